import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";

export const ringJob = "notify.ring";

/** How a live line names a bell that rang; its subject is the person. */
export const rungNotice = "notify.rung";

/** Lets the open pages of these people look at their notices anew once this transaction is on disk. */
export async function ringBells(
  ctx: Ctx,
  personIds: readonly Id<"person">[],
  { mail = false }: { mail?: boolean } = {},
): Promise<void> {
  if (personIds.length === 0) return;
  await enqueueJob(ctx.db, ringJob, { tenantId: ctx.tenant.id, personIds: [...personIds], mail }, { maxAttempts: 3 });
}
