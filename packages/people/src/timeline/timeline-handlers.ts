import type { Ctx } from "@guildhall/db";
import { enqueueJob, type Handler, onFact } from "@guildhall/jobs";
import { projectFact } from "./project-fact.ts";
import type { TimelineRegister } from "./timeline-register.ts";
import { restOfBatchJob, tellTimelinesJob } from "./timeline-tasks.ts";

/** Keeps every timeline as facts happen, and lets the pages that show one know. */
export function timelineHandlers(register: TimelineRegister): readonly Handler[] {
  return [
    onFact(register.facts, {
      name: "people.timeline",
      handle: async (ctx, fact) => {
        const done = await projectFact(ctx, register, fact);
        if (!("batch" in done)) return tell(ctx, done.subjects);
        if (!done.rest) return tell(ctx, [ctx.tenant.id]);
        await enqueueJob(
          ctx.db,
          restOfBatchJob,
          { tenantId: ctx.tenant.id, factId: fact.id, changeSetId: done.batch.changeSetId, after: { ...done.rest } },
          { key: `${restOfBatchJob}:${fact.id}` },
        );
      },
    }),
  ];
}

/** The hall's own id stands for everybody's timeline. */
async function tell(ctx: Ctx, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await enqueueJob(ctx.db, tellTimelinesJob, { tenantId: ctx.tenant.id, subjectIds }, { maxAttempts: 3 });
}
