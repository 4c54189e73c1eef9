import { type Id, idSchema, invalid } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import { cancelFact, scheduleFact } from "@guildhall/jobs";
import type { Selectable } from "kysely";
import { instantOf } from "../wall-time.ts";
import type { TaskFields } from "./task.ts";

export type TaskRow = Selectable<DB["task"]>;

/** What a task keeps; whoever is to do it has to work here. */
export async function taskValues(ctx: Ctx, fields: TaskFields) {
  await requireStaff(ctx, fields.assigneePersonId);
  const zone = fields.dueAtZone || ctx.tenant.timeZone;
  const due = fields.dueAt === "" ? null : instantOf(fields.dueAt, zone);
  if (fields.dueAt !== "" && !due) throw invalid("work.time-malformed", { dueAt: "work.time-malformed" });
  return {
    title: fields.title,
    detail: fields.detail,
    due_at: due,
    due_zone: due && zone,
    remind_minutes: due && fields.remindMinutes,
    assignee_person_id: fields.assigneePersonId,
  };
}

async function requireStaff(ctx: Ctx, personId: Id<"person"> | null): Promise<void> {
  if (!personId) return;
  const member = await ctx.db
    .selectFrom("membership")
    .select("person_id")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!member) throw invalid("work.assignee-unknown", { assigneePersonId: "work.assignee-unknown" });
}

/** Has the task come up when its assignee wants to hear of it; not again once that has passed, is done or is gone. */
export async function scheduleTask(ctx: Ctx, row: TaskRow): Promise<void> {
  const key = `work.task-due:${row.id}`;
  const at = row.due_at && new Date(row.due_at.getTime() - (row.remind_minutes ?? 0) * 60_000);
  const stands = at && row.remind_minutes !== null && !row.done_at && !row.removed_at && at > ctx.clock.now();
  if (stands) await scheduleFact(ctx, key, "work.task-due", { taskId: row.id }, at);
  else await cancelFact(ctx, key);
}

/** What an audit entry names; erasing the person whom a task is about blanks it. */
export function taskSubject({ id, subject_type, subject_id }: TaskRow) {
  return {
    subjectType: "task",
    subjectId: id,
    personId: subject_type === "person" && subject_id ? idSchema("person").parse(subject_id) : null,
  };
}

/** What of a task a person would call a change. */
export function taskWords(row: TaskRow) {
  return {
    title: row.title,
    detail: row.detail,
    dueAt: row.due_at,
    dueZone: row.due_zone,
    remindMinutes: row.remind_minutes,
    assigneePersonId: row.assignee_person_id,
  };
}
