import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { requireSeen, type SubjectRegister } from "../subjects/work-subject.ts";
import { taskPolicy } from "../work.policy.ts";
import type { TaskRow } from "./task-values.ts";

/** The row of a task, locked, for somebody who may change it; not found where its record is not to be seen. */
export async function lockTask(ctx: Ctx, subjects: SubjectRegister, taskId: Id<"task">): Promise<TaskRow> {
  const row = await ctx.db.selectFrom("task").selectAll().where("id", "=", taskId).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  if (row.subject_type && row.subject_id)
    await requireSeen(ctx, subjects, { type: row.subject_type, id: row.subject_id });
  taskPolicy.require(ctx.actor, "edit", null);
  return row;
}
