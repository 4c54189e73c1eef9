import { type Id, idSchema, plainFromRichText, readRichText } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Selectable } from "kysely";

type Row = Pick<
  Selectable<DB["note"]>,
  "id" | "subject_type" | "subject_id" | "kind" | "body" | "happened_at" | "minutes" | "direction" | "outcome"
>;

/** What an audit entry names; erasing the person whom a note is about blanks it. */
export function noteSubject({ id, subject_type, subject_id }: Row) {
  return {
    subjectType: "note",
    subjectId: id,
    personId: subject_type === "person" ? idSchema("person").parse(subject_id) : null,
  } satisfies { subjectType: string; subjectId: Id<string>; personId: Id<"person"> | null };
}

/** What of a note a person would call a change. */
export function noteWords(row: Row) {
  const body = readRichText(row.body);
  return {
    kind: row.kind,
    text: body ? plainFromRichText(body) : null,
    happenedAt: row.happened_at,
    minutes: row.minutes,
    direction: row.direction,
    outcome: row.outcome,
  };
}
