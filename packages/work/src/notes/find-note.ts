import { type Id, notFound } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Selectable } from "kysely";
import { requireSeen, type SubjectRegister } from "../subjects/work-subject.ts";
import { notePolicy } from "../work.policy.ts";

export type NoteRow = Selectable<DB["note"]>;

/** The row of a note, locked, for somebody who may do this to it; not found where its record is not to be seen. */
export async function lockNote(
  ctx: Ctx,
  subjects: SubjectRegister,
  noteId: Id<"note">,
  act: "edit" | "pin",
): Promise<NoteRow> {
  const row = await ctx.db.selectFrom("note").selectAll().where("id", "=", noteId).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  await requireSeen(ctx, subjects, { type: row.subject_type, id: row.subject_id });
  notePolicy.require(ctx.actor, act, { authorPersonId: row.author_person_id });
  return row;
}
