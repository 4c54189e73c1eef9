import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { requireSeen, type SubjectRegister } from "../subjects/work-subject.ts";
import { taskPolicy } from "../work.policy.ts";
import { addTaskInput } from "./task.ts";
import { scheduleTask, taskSubject, taskValues, taskWords } from "./task-values.ts";

/** Sets out to do something, on a record or by itself. */
export async function addTask(ctx: Ctx, subjects: SubjectRegister, input: unknown): Promise<Id<"task">> {
  const { subjectType, subjectId, ...fields } = addTaskInput.parse(input);
  taskPolicy.require(ctx.actor, "edit", null);
  if ((subjectType === null) !== (subjectId === null)) throw notFound();
  if (subjectType && subjectId) await requireSeen(ctx, subjects, { type: subjectType, id: subjectId });

  const now = ctx.clock.now();
  const row = await ctx.db
    .insertInto("task")
    .values({
      tenant_id: ctx.tenant.id,
      ...(await taskValues(ctx, fields)),
      subject_type: subjectType,
      subject_id: subjectId,
      author_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await scheduleTask(ctx, row);

  await recordChange(ctx, { action: "task.added", ...taskSubject(row), before: null, after: taskWords(row) });
  await appendFact(ctx, "work.task-added", { taskId: row.id });
  const personId = row.assignee_person_id;
  if (personId) await appendFact(ctx, "work.task-assigned", { taskId: row.id, personId });
  return row.id;
}
