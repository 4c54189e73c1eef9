import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { ReceivedFile } from "@guildhall/files";
import { appendFact } from "@guildhall/jobs";
import { keepFile, recordChange } from "@guildhall/tenancy";
import { storedText, writeMentions } from "../mentions/write-mentions.ts";
import { requireSeen, type SubjectRegister } from "../subjects/work-subject.ts";
import { notePolicy } from "../work.policy.ts";
import { addNoteInput } from "./note.ts";
import { noteSubject, noteWords } from "./note-audit.ts";
import { noteValues } from "./note-values.ts";

/** Writes down a note, or a call, mail or meeting, about a record, with the files that belong to it. */
export async function addNote(
  ctx: Ctx,
  subjects: SubjectRegister,
  input: unknown,
  files: readonly ReceivedFile[] = [],
): Promise<Id<"note">> {
  const { subjectType, subjectId, ...fields } = addNoteInput.parse(input);
  const authorPersonId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  notePolicy.require(ctx.actor, "add", { authorPersonId });
  await requireSeen(ctx, subjects, { type: subjectType, id: subjectId });

  const now = ctx.clock.now();
  const body = await storedText(ctx, fields.body);
  const row = await ctx.db
    .insertInto("note")
    .values({
      tenant_id: ctx.tenant.id,
      subject_type: subjectType,
      subject_id: subjectId,
      ...noteValues(ctx, fields),
      body: JSON.stringify(body),
      author_person_id: authorPersonId,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeMentions(ctx, { type: "note", id: row.id }, body);
  const names: string[] = [];
  for (const file of files) names.push((await keepFile(ctx, file, { type: "note", id: row.id })).name);

  await recordChange(ctx, {
    action: "note.added",
    ...noteSubject(row),
    before: null,
    after: { ...noteWords(row), ...(names.length > 0 && { files: names }) },
  });
  await appendFact(ctx, "work.note-added", { noteId: row.id });
  return row.id;
}
