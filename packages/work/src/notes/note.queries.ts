import { type Id, mentionsIn, notFound, type RichText, readRichText, relabelled } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { namesOf } from "@guildhall/people";
import { requireSeen, type SubjectRegister } from "../subjects/work-subject.ts";
import { notePolicy } from "../work.policy.ts";
import type { NoteRow } from "./find-note.ts";
import { callOutcomes, directions, type Note, noteKinds } from "./note.ts";
import { filesOf } from "./note-files.ts";

/** One note, also a removed one, so that it can be brought back. */
export async function getNote(ctx: Ctx, subjects: SubjectRegister, noteId: Id<"note">): Promise<Note> {
  const [note] = await notesOf(ctx, subjects, [noteId], { removed: true });
  if (!note) throw notFound();
  return note;
}

/** Those of these notes that the actor may see, in no promised order. */
export async function notesOf(
  ctx: Ctx,
  subjects: SubjectRegister,
  ids: readonly Id<"note">[],
  { removed = false }: { removed?: boolean } = {},
): Promise<readonly Note[]> {
  if (ids.length === 0 || !notePolicy.allows(ctx.actor, "view", { authorPersonId: null })) return [];
  const rows = await ctx.db
    .selectFrom("note")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .$if(!removed, (query) => query.where("removed_at", "is", null))
    .execute();
  return read(ctx, subjects, rows);
}

/** What stands above the timeline of these records, which are one; last pinned first. */
export async function listPinned(
  ctx: Ctx,
  subjects: SubjectRegister,
  records: readonly Id<string>[],
): Promise<readonly Note[]> {
  if (records.length === 0 || !notePolicy.allows(ctx.actor, "view", { authorPersonId: null })) return [];
  const rows = await ctx.db
    .selectFrom("note")
    .selectAll()
    .where("subject_id", "in", [...records])
    .where("removed_at", "is", null)
    .where("pinned_at", "is not", null)
    .orderBy("pinned_at", "desc")
    .orderBy("id")
    .limit(20)
    .execute();
  return read(ctx, subjects, rows);
}

/** Whether the actor may see this note, and so its files; one that was removed is not there. */
export async function mayViewNote(ctx: Ctx, subjects: SubjectRegister, id: Id<"note">): Promise<boolean> {
  return (await notesOf(ctx, subjects, [id])).length > 0;
}

async function read(ctx: Ctx, subjects: SubjectRegister, rows: readonly NoteRow[]): Promise<readonly Note[]> {
  const seen = await seenBy(ctx, subjects, rows);
  const texts = new Map(seen.map((row) => [row.id, readRichText(row.body) ?? null]));
  const mentioned = [...texts.values()].flatMap((text) => (text ? mentionsIn(text).map(({ id }) => id) : []));
  const names = await namesOf(ctx, [...mentioned, ...seen.map((row) => row.author_person_id)]);
  const labels = Object.fromEntries(Object.entries(names).map(([id, { name }]) => [id, name]));
  const files = await filesOf(
    ctx,
    seen.map(({ id }) => id),
  );
  return seen.map((row) =>
    asNote(ctx, row, { text: texts.get(row.id) ?? null, labels, files: files.get(row.id) ?? [] }),
  );
}

/** Each record is asked about once. */
async function seenBy(ctx: Ctx, subjects: SubjectRegister, rows: readonly NoteRow[]): Promise<readonly NoteRow[]> {
  const may = new Map<string, boolean>();
  for (const { subject_type: type, subject_id: id } of rows) {
    const key = `${type} ${id}`;
    if (!may.has(key))
      may.set(
        key,
        await requireSeen(ctx, subjects, { type, id }).then(
          () => true,
          () => false,
        ),
      );
  }
  return rows.filter((row) => may.get(`${row.subject_type} ${row.subject_id}`));
}

interface Read {
  readonly text: RichText | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly files: Note["files"];
}

function asNote(ctx: Ctx, row: NoteRow, { text, labels, files }: Read): Note {
  const authorPersonId = row.author_person_id;
  return {
    id: row.id,
    kind: noteKinds.find((kind) => kind === row.kind) ?? "note",
    subject: { type: row.subject_type, id: row.subject_id },
    body: text && relabelled(text, labels),
    happenedAt: row.happened_at,
    minutes: row.minutes,
    direction: directions.find((word) => word === row.direction) ?? null,
    outcome: callOutcomes.find((word) => word === row.outcome) ?? null,
    pinned: row.pinned_at !== null,
    removed: row.removed_at !== null,
    author: authorPersonId && { id: authorPersonId, name: labels[authorPersonId] ?? null },
    createdAt: row.created_at,
    edited: row.updated_at.getTime() > row.created_at.getTime(),
    mayEdit: notePolicy.allows(ctx.actor, "edit", { authorPersonId }),
    files,
  };
}
