import { type Id, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { FactName } from "@guildhall/facts";
import { factsAbout } from "@guildhall/jobs";
import { defineThing, type Line, type TimelineItem } from "@guildhall/people";
import type { SubjectRef, SubjectRegister } from "./subjects/work-subject.ts";

/** The facts of a task that are lines of a timeline; the others change what those say. */
const taskLines = ["work.task-added", "work.task-done", "work.task-reopened"] as const satisfies readonly FactName[];

/** What is written about a record stands on the timelines that the record belongs to. */
export function workTimeline(subjects: SubjectRegister): readonly TimelineItem[] {
  return [
    defineThing({
      facts: ["work.note-added", "work.note-changed", "work.note-removed", "work.note-restored"],
      kind: "notes",
      aboutId: ({ payload }) => payload.noteId,
      lines: (ctx, id) => noteLines(ctx, subjects, idSchema("note").parse(id)),
    }),
    defineThing({
      facts: [...taskLines, "work.task-changed", "work.task-removed", "work.task-restored"],
      kind: "tasks",
      aboutId: ({ payload }) => payload.taskId,
      lines: (ctx, id) => linesOfTask(ctx, subjects, idSchema("task").parse(id)),
    }),
  ];
}

/** One line, at the time when it took place: for its record, and for each who is mentioned. */
async function noteLines(ctx: Ctx, subjects: SubjectRegister, noteId: Id<"note">): Promise<readonly Line[]> {
  const note = await ctx.db.selectFrom("note").selectAll().where("id", "=", noteId).forUpdate().executeTakeFirst();
  if (!note || note.removed_at) return [];
  const of: SubjectRef = { type: note.subject_type, id: note.subject_id };
  const line = { at: note.happened_at, id: noteId, name: "work.note-added", actorPersonId: note.author_person_id };
  const about = { noteId, kind: note.kind, subjectType: of.type, subjectId: of.id };
  const own = (await timelinesOf(ctx, subjects, of)).map((subject) => ({
    ...line,
    subject,
    // A note is what staff think to themselves; in the others they were spoken with.
    active: note.kind !== "note",
    payload: { ...about, as: "subject" },
  }));
  const mentioned = await ctx.db
    .selectFrom("mention")
    .select(["target_type as type", "target_id as id"])
    .where("source_type", "=", "note")
    .where("source_id", "=", idSchema("source").parse(noteId))
    .execute();
  const others = mentioned.filter(({ id }) => !own.some(({ subject }) => subject.id === id));
  return [...own, ...others.map((subject) => ({ ...line, subject, payload: { ...about, as: "mentioned" } }))];
}

async function linesOfTask(ctx: Ctx, subjects: SubjectRegister, taskId: Id<"task">): Promise<readonly Line[]> {
  const task = await ctx.db.selectFrom("task").selectAll().where("id", "=", taskId).forUpdate().executeTakeFirst();
  if (!task || task.removed_at || !task.subject_type || !task.subject_id) return [];
  const timelines = await timelinesOf(ctx, subjects, { type: task.subject_type, id: task.subject_id });
  const facts = await factsAbout(ctx, { type: "task", id: taskId }, taskLines);
  return facts.flatMap((fact) =>
    timelines.map((subject) => ({
      subject,
      at: fact.occurredAt,
      id: fact.id,
      name: fact.name,
      actorPersonId: fact.actorPersonId,
      payload: { taskId },
    })),
  );
}

async function timelinesOf(ctx: Ctx, subjects: SubjectRegister, { type, id }: SubjectRef) {
  return (await subjects.find(type)?.timelines(ctx, id)) ?? [];
}
