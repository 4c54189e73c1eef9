import { type Id, idSchema, type MentionKind, type RichText, richTextSchema } from "@guildhall/core";
import type { StoredFile } from "@guildhall/files/schemas";
import { z } from "zod";
import type { SubjectRef } from "../subjects/work-subject.ts";
import { wallTimeSchema, zoneSchema } from "../wall-time.ts";

export const noteKinds = ["note", "call", "mail", "meeting"] as const;
export type NoteKind = (typeof noteKinds)[number];
export const directions = ["in", "out"] as const;
type Direction = (typeof directions)[number];
export const callOutcomes = ["reached", "no-answer", "message-left", "call-back"] as const;
type CallOutcome = (typeof callOutcomes)[number];

/** Of the words of a note. */
const longestNote = 10_000;
/** Of the files that are attached to one. */
export const mostFiles = 10;
export const largestFile = 10 * 1_048_576;

/** A note as whoever may see it reads it. */
export interface Note {
  readonly id: Id<"note">;
  readonly kind: NoteKind;
  readonly subject: SubjectRef;
  /** Whoever is mentioned is called by their name. Null once its subject was erased. */
  readonly body: RichText | null;
  readonly happenedAt: Date;
  readonly minutes: number | null;
  readonly direction: Direction | null;
  readonly outcome: CallOutcome | null;
  readonly pinned: boolean;
  readonly removed: boolean;
  readonly author: { readonly id: Id<"person">; readonly name: string | null } | null;
  readonly createdAt: Date;
  readonly edited: boolean;
  readonly mayEdit: boolean;
  readonly files: readonly StoredFile[];
}

/** A choice that may be left open; "" in a form. Takes its own output again. */
const open = <Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .union([z.literal(""), z.null(), z.enum(words)], { error: "core.invalid" })
    .default(null)
    .transform((word) => word || null);

const minutesSchema = z
  .union([z.literal(""), z.null(), z.coerce.number()], { error: "work.minutes-malformed" })
  .default(null)
  .transform((minutes) => (minutes === "" ? null : minutes))
  .pipe(
    z
      .number()
      .int({ error: "work.minutes-malformed" })
      .min(1, { error: "work.minutes-malformed" })
      .max(1_440, { error: "work.minutes-malformed" })
      .nullable(),
  );

const shape = {
  kind: z.enum(noteKinds).default("note"),
  body: richTextSchema(longestNote, { empty: "work.note-empty" }),
  /** When it took place, on the wall of `happenedAtZone`; now unless said. */
  happenedAt: wallTimeSchema,
  happenedAtZone: zoneSchema,
  minutes: minutesSchema,
  direction: open(directions),
  outcome: open(callOutcomes),
};

export const noteInput = z.object(shape);
export const addNoteInput = z.object({ ...shape, subjectType: z.string().max(40), subjectId: idSchema("subject") });
export const changeNoteInput = z.object({ ...shape, noteId: idSchema("note") });
export type NoteFields = Pick<
  z.output<typeof noteInput>,
  "kind" | "body" | "happenedAt" | "happenedAtZone" | "minutes" | "direction" | "outcome"
>;

/** Somebody or something that was found for a mention. */
export interface FoundMention {
  readonly kind: MentionKind;
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
}
