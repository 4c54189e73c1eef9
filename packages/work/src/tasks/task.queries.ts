import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { namesOf } from "@guildhall/people";
import { sql } from "kysely";
import { requireSeen, type SubjectRegister } from "../subjects/work-subject.ts";
import { taskPolicy } from "../work.policy.ts";
import type { Task } from "./task.ts";
import type { TaskRow } from "./task-values.ts";

/** One task, also a removed one, so that it can be brought back. */
export async function getTask(ctx: Ctx, subjects: SubjectRegister, taskId: Id<"task">): Promise<Task> {
  const [task] = await tasksOf(ctx, subjects, [taskId], { removed: true });
  if (!task) throw notFound();
  return task;
}

/** Those of these tasks that the actor may see. */
export async function tasksOf(
  ctx: Ctx,
  subjects: SubjectRegister,
  ids: readonly Id<"task">[],
  { removed = false }: { removed?: boolean } = {},
): Promise<readonly Task[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("task")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .$if(!removed, (query) => query.where("removed_at", "is", null))
    .execute();
  return read(ctx, subjects, rows);
}

/** What is to be done about these records, which are one: what is due first, then what has no day. At most a hundred. */
export async function listOpenTasks(
  ctx: Ctx,
  subjects: SubjectRegister,
  records: readonly Id<string>[],
): Promise<readonly Task[]> {
  if (records.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("task")
    .selectAll()
    .where("subject_id", "in", [...records])
    .where("removed_at", "is", null)
    .where("done_at", "is", null)
    .orderBy("due_at", (due) => due.asc().nullsLast())
    .orderBy("id")
    .limit(100)
    .execute();
  return read(ctx, subjects, rows);
}

/** What the actor has to do, in the order in which it is due. */
export async function listMyTasks(ctx: Ctx, subjects: SubjectRegister, page: Page): Promise<PageOf<Task>> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !taskPolicy.allows(actor, "view", null)) throw notFound();
  // What has no day comes last; a keyset needs a value to say so.
  const query = ctx.db
    .selectFrom("task")
    .selectAll()
    .select(sql<Date>`coalesce(due_at, 'infinity'::timestamptz)`.as("place"))
    .where("assignee_person_id", "=", actor.personId)
    .where("done_at", "is", null)
    .where("removed_at", "is", null);
  const found = await keyset(ctx.db.selectFrom(query.as("mine")).selectAll(), page, {
    columns: ["place", "id"],
    direction: "asc",
  });
  return { ...found, rows: await read(ctx, subjects, found.rows) };
}

async function read(ctx: Ctx, subjects: SubjectRegister, rows: readonly TaskRow[]): Promise<readonly Task[]> {
  if (!taskPolicy.allows(ctx.actor, "view", null)) return [];
  const seen: TaskRow[] = [];
  for (const row of rows) if (await maySee(ctx, subjects, row)) seen.push(row);
  const names = await namesOf(
    ctx,
    seen.flatMap((row) => [row.assignee_person_id, row.subject_id]),
  );
  return seen.map((row) => ({
    id: row.id,
    title: row.title,
    detail: row.detail,
    subject:
      row.subject_type && row.subject_id
        ? { type: row.subject_type, id: row.subject_id, name: names[row.subject_id]?.name ?? null }
        : null,
    dueAt: row.due_at,
    dueZone: row.due_zone,
    overdue: row.done_at === null && row.due_at !== null && row.due_at < ctx.clock.now(),
    remindMinutes: row.remind_minutes,
    assignee: row.assignee_person_id && {
      id: row.assignee_person_id,
      name: names[row.assignee_person_id]?.name ?? null,
    },
    doneAt: row.done_at,
    removed: row.removed_at !== null,
    mayEdit: taskPolicy.allows(ctx.actor, "edit", null),
  }));
}

function maySee(ctx: Ctx, subjects: SubjectRegister, { subject_type, subject_id }: TaskRow): Promise<boolean> {
  if (!subject_type || !subject_id) return Promise.resolve(true);
  return requireSeen(ctx, subjects, { type: subject_type, id: subject_id }).then(
    () => true,
    () => false,
  );
}
