import { conflict } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import type { SubjectRegister } from "../subjects/work-subject.ts";
import { lockTask } from "./find-task.ts";
import { changeTaskInput } from "./task.ts";
import { scheduleTask, type TaskRow, taskSubject, taskValues, taskWords } from "./task-values.ts";

/** Changes a task: what is to be done, until when, by whom. */
export async function changeTask(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<void> {
  const { taskId, ...fields } = changeTaskInput.parse(input);
  const before = await lockTask(ctx, subjects, taskId);
  if (before.removed_at) throw conflict("work.task-removed");
  const after = await ctx.db
    .updateTable("task")
    .set({ ...(await taskValues(ctx, fields)), updated_at: ctx.clock.now() })
    .where("id", "=", taskId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const changed = changedWords(before, after);
  if (changed.length === 0) return;
  await scheduleTask(ctx, after);

  await recordChange(ctx, {
    action: "task.changed",
    ...taskSubject(after),
    before: taskWords(before),
    after: taskWords(after),
  });
  await appendFact(ctx, "work.task-changed", { taskId, fields: changed });
  const personId = after.assignee_person_id;
  if (personId && personId !== before.assignee_person_id)
    await appendFact(ctx, "work.task-assigned", { taskId, personId });
}

function changedWords(before: TaskRow, after: TaskRow): string[] {
  const fresh = new Map(Object.entries(taskWords(after)).map(([key, value]) => [key, JSON.stringify(value)]));
  return Object.entries(taskWords(before)).flatMap(([key, value]) =>
    fresh.get(key) === JSON.stringify(value) ? [] : [key],
  );
}
