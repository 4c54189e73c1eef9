import { idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import type { SubjectRegister } from "../subjects/work-subject.ts";
import { lockTask } from "./find-task.ts";
import { scheduleTask, taskSubject } from "./task-values.ts";

const oneTask = z.object({ taskId: idSchema("task") });

/** Takes a task away; until it is swept it can be brought back as it was. */
export async function removeTask(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<void> {
  await setRemoved(ctx, subjects, input, true);
}

/** Brings a removed task back, with its reminder. */
export async function restoreTask(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<void> {
  await setRemoved(ctx, subjects, input, false);
}

async function setRemoved(ctx: Ctx, subjects: SubjectRegister, input: unknown, removed: boolean): Promise<void> {
  const { taskId } = oneTask.parse(input);
  const before = await lockTask(ctx, subjects, taskId);
  if ((before.removed_at !== null) === removed) return;
  const after = await ctx.db
    .updateTable("task")
    .set({ removed_at: removed ? ctx.clock.now() : null })
    .where("id", "=", taskId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await scheduleTask(ctx, after);
  await recordChange(ctx, {
    action: removed ? "task.removed" : "task.restored",
    ...taskSubject(after),
    before: { removed: !removed },
    after: { removed },
  });
  await appendFact(ctx, removed ? "work.task-removed" : "work.task-restored", { taskId });
}
