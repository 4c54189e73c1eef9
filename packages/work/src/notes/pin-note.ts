import { conflict, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import type { SubjectRegister } from "../subjects/work-subject.ts";
import { lockNote } from "./find-note.ts";
import { noteSubject } from "./note-audit.ts";

const pinNoteInput = z.object({ noteId: idSchema("note"), pinned: z.boolean() });

/** Puts a note above the timeline, or back into it. */
export async function pinNote(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<void> {
  const { noteId, pinned } = pinNoteInput.parse(input);
  const note = await lockNote(ctx, subjects, noteId, "pin");
  if (note.removed_at) throw conflict("work.note-removed");
  if ((note.pinned_at !== null) === pinned) return;
  await ctx.db
    .updateTable("note")
    .set({ pinned_at: pinned ? ctx.clock.now() : null })
    .where("id", "=", noteId)
    .execute();
  await recordChange(ctx, {
    action: pinned ? "note.pinned" : "note.unpinned",
    ...noteSubject(note),
    before: { pinned: !pinned },
    after: { pinned },
  });
  await appendFact(ctx, "work.note-changed", { noteId, fields: ["pinned"] });
}
