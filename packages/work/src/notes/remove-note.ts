import { idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import type { SubjectRegister } from "../subjects/work-subject.ts";
import { lockNote } from "./find-note.ts";
import { noteSubject } from "./note-audit.ts";

const oneNote = z.object({ noteId: idSchema("note") });

/** Takes a note away; until it is swept it can be brought back as it was. */
export async function removeNote(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<void> {
  await setRemoved(ctx, subjects, input, true);
}

/** Brings a removed note back. */
export async function restoreNote(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<void> {
  await setRemoved(ctx, subjects, input, false);
}

async function setRemoved(ctx: Ctx, subjects: SubjectRegister, input: unknown, removed: boolean): Promise<void> {
  const { noteId } = oneNote.parse(input);
  const note = await lockNote(ctx, subjects, noteId, "edit");
  if ((note.removed_at !== null) === removed) return;
  await ctx.db
    .updateTable("note")
    .set({ removed_at: removed ? ctx.clock.now() : null })
    .where("id", "=", noteId)
    .execute();
  await recordChange(ctx, {
    action: removed ? "note.removed" : "note.restored",
    ...noteSubject(note),
    before: { removed: !removed },
    after: { removed },
  });
  await appendFact(ctx, removed ? "work.note-removed" : "work.note-restored", { noteId });
}
