import { conflict, idSchema, readRichText } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deleteFile, type ReceivedFile } from "@guildhall/files";
import { appendFact } from "@guildhall/jobs";
import { keepFile, recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import { storedText, writeMentions } from "../mentions/write-mentions.ts";
import type { SubjectRegister } from "../subjects/work-subject.ts";
import { lockNote, type NoteRow } from "./find-note.ts";
import { changeNoteInput } from "./note.ts";
import { noteSubject, noteWords } from "./note-audit.ts";
import { filesOf } from "./note-files.ts";
import { noteValues } from "./note-values.ts";

const keptFiles = z.array(idSchema("file")).max(100).optional();

interface Attached {
  readonly files?: readonly ReceivedFile[];
  /** Those of its files that stay; all unless said. */
  readonly keep?: unknown;
}

/** Changes a note. What it said before stands in its history. */
export async function changeNote(
  ctx: Ctx,
  subjects: SubjectRegister,
  input: unknown,
  { files = [], keep }: Attached = {},
): Promise<void> {
  const { noteId, ...fields } = changeNoteInput.parse(input);
  const before = await lockNote(ctx, subjects, noteId, "edit");
  if (before.removed_at) throw conflict("work.note-removed");

  const body = await storedText(ctx, fields.body, readRichText(before.body) ?? null);
  const after = await ctx.db
    .updateTable("note")
    .set({
      ...noteValues(ctx, fields, before.happened_at),
      body: JSON.stringify(body),
      updated_at: ctx.clock.now(),
    })
    .where("id", "=", noteId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeMentions(ctx, { type: "note", id: noteId }, body);
  const attached = await changeFiles(ctx, after, files, keptFiles.parse(keep));

  const changed = changedWords(before, after);
  if (changed.length === 0 && !attached) return;
  await recordChange(ctx, {
    action: "note.changed",
    ...noteSubject(after),
    before: { ...noteWords(before), ...(attached && { files: attached.before }) },
    after: { ...noteWords(after), ...(attached && { files: attached.after }) },
  });
  await appendFact(ctx, "work.note-changed", { noteId, fields: attached ? [...changed, "files"] : changed });
}

function changedWords(before: NoteRow, after: NoteRow): string[] {
  const [old, fresh] = [noteWords(before), noteWords(after)];
  const text = (value: unknown) => JSON.stringify(value);
  const changed = Object.entries(old).filter(
    ([key, value]) => text(value) !== text(Object.entries(fresh).find(([name]) => name === key)?.[1]),
  );
  const names = changed.map(([key]) => key);
  const reshaped = text(readRichText(before.body)) !== text(readRichText(after.body));
  return reshaped && !names.includes("text") ? [...names, "text"] : names;
}

async function changeFiles(
  ctx: Ctx,
  { id }: NoteRow,
  added: readonly ReceivedFile[],
  keep: readonly string[] | undefined,
): Promise<{ before: string[]; after: string[] } | null> {
  const had = (await filesOf(ctx, [id])).get(id) ?? [];
  const gone = keep ? had.filter((file) => !keep.includes(file.id)) : [];
  if (gone.length === 0 && added.length === 0) return null;
  for (const file of gone) await deleteFile(ctx, file.id);
  const stays = had.filter((file) => !gone.includes(file));
  const fresh: string[] = [];
  for (const file of added) fresh.push((await keepFile(ctx, file, { type: "note", id })).name);
  return { before: had.map(({ name }) => name), after: [...stays.map(({ name }) => name), ...fresh] };
}
