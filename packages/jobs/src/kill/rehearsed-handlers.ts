import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { type Fact, type Handler, onFact } from "../relay/handler.ts";
import { enqueueJob } from "../tasks/enqueue-job.ts";
import { defineTask, type Task } from "../tasks/task.ts";

/** Leaves one audit entry for each time it was done, named by the handler and bound to the fact. */
async function mark(ctx: Ctx, action: string, fact: Pick<Fact, "id">): Promise<void> {
  await ctx.db
    .insertInto("audit_entry")
    .values({
      tenant_id: ctx.tenant.id,
      at: ctx.clock.now(),
      actor_kind: "system",
      action,
      subject_type: "fact",
      subject_id: fact.id,
    })
    .execute();
}

const everything = ["people.person-updated", "people.people-imported"] as const;

/** What runs in the rehearsal: a plain handler, an ordered one that fails now and then halfway, and one that enqueues a job. */
export const rehearsedHandlers: readonly Handler[] = [
  onFact(everything, { name: "tally", handle: (ctx, fact) => mark(ctx, "tally", fact) }),
  onFact(everything, {
    name: "ledger",
    ordered: true,
    handle: async (ctx, fact) => {
      await mark(ctx, "ledger", fact);
      if (Math.random() < 0.05) throw new Error("stumbled halfway");
    },
  }),
  onFact(everything, { name: "postman", handle: (ctx, fact) => enqueueJob(ctx.db, "post", { factId: fact.id }) }),
];

/** The job that the postman enqueues; `delivered` is told of each. */
export function postTask(delivered: (factId: string) => Promise<void>): Task {
  return defineTask({
    name: "post",
    payload: z.object({ factId: z.string() }),
    run: ({ factId }) => delivered(factId),
  });
}
