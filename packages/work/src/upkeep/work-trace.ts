import { type Id, idSchema, plainFromRichText, readRichText } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deleteFile } from "@guildhall/files";
import { cancelFact } from "@guildhall/jobs";
import type { PersonTrace } from "@guildhall/people";
import { filesOf } from "../notes/note-files.ts";

/**
 * What staff wrote about a person. Forgetting them blanks the words of notes and tasks, and removes the files of those
 * notes; that something was written stays known. Elsewhere nobody finds their name any more where they are mentioned.
 */
export const workTrace: PersonTrace = {
  name: "work",
  collect: async (ctx, { ids }) => ({ notes: await notesAbout(ctx, ids), tasks: await tasksAbout(ctx, ids) }),
  erase: async (ctx, { ids }) => {
    await blankNotes(ctx, ids);
    await blankTasks(ctx, ids);
    await ctx.db
      .deleteFrom("mention")
      .where(
        "target_id",
        "in",
        ids.map((id) => idSchema("target").parse(id)),
      )
      .execute();
  },
};

const subjectIds = (ids: readonly Id<"person">[]) => ids.map((id) => idSchema("subject").parse(id));

async function notesAbout(ctx: Ctx, ids: readonly Id<"person">[]) {
  const rows = await ctx.db
    .selectFrom("note")
    .select(["kind", "happened_at as happenedAt", "body"])
    .where("subject_type", "=", "person")
    .where("subject_id", "in", subjectIds(ids))
    .where("removed_at", "is", null)
    .orderBy("happened_at")
    .execute();
  return rows.map(({ body, ...note }) => {
    const text = readRichText(body);
    return { ...note, text: text ? plainFromRichText(text) : null };
  });
}

function tasksAbout(ctx: Ctx, ids: readonly Id<"person">[]) {
  return ctx.db
    .selectFrom("task")
    .select(["title", "detail", "due_at as dueAt", "done_at as doneAt"])
    .where("subject_type", "=", "person")
    .where("subject_id", "in", subjectIds(ids))
    .where("removed_at", "is", null)
    .orderBy("created_at")
    .execute();
}

async function blankNotes(ctx: Ctx, people: readonly Id<"person">[]): Promise<void> {
  const notes = await ctx.db
    .updateTable("note")
    .set({ body: null, pinned_at: null })
    .where("subject_type", "=", "person")
    .where("subject_id", "in", subjectIds(people))
    .returning("id")
    .execute();
  const ids = notes.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const files of (await filesOf(ctx, ids)).values()) for (const { id } of files) await deleteFile(ctx, id);
  await ctx.db
    .deleteFrom("mention")
    .where("source_type", "=", "note")
    .where(
      "source_id",
      "in",
      ids.map((id) => idSchema("source").parse(id)),
    )
    .execute();
}

async function blankTasks(ctx: Ctx, people: readonly Id<"person">[]): Promise<void> {
  const tasks = await ctx.db
    .updateTable("task")
    .set({ title: "—", detail: null })
    .where("subject_type", "=", "person")
    .where("subject_id", "in", subjectIds(people))
    .returning("id")
    .execute();
  for (const { id } of tasks) await cancelFact(ctx, `work.task-due:${id}`);
}
