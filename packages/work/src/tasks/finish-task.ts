import { conflict, idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { z } from "zod";
import type { SubjectRegister } from "../subjects/work-subject.ts";
import { lockTask } from "./find-task.ts";
import { scheduleTask, taskSubject } from "./task-values.ts";

const finishTaskInput = z.object({ taskId: idSchema("task"), done: z.boolean() });

/** Says that a task is done, or that it is to be done again. */
export async function finishTask(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<void> {
  const { taskId, done } = finishTaskInput.parse(input);
  const before = await lockTask(ctx, subjects, taskId);
  if (before.removed_at) throw conflict("work.task-removed");
  if ((before.done_at !== null) === done) return;
  const after = await ctx.db
    .updateTable("task")
    .set({
      done_at: done ? ctx.clock.now() : null,
      done_by_person_id: done && ctx.actor.kind === "person" ? ctx.actor.personId : null,
    })
    .where("id", "=", taskId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await scheduleTask(ctx, after);
  await recordChange(ctx, {
    action: done ? "task.done" : "task.reopened",
    ...taskSubject(after),
    before: { done: !done },
    after: { done },
  });
  await appendFact(ctx, done ? "work.task-done" : "work.task-reopened", { taskId });
}
