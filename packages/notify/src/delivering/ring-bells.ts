import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import type { ExpectedMail } from "./expect-mail.ts";

export const ringJob = "notify.ring";

/** How a live line names a bell that rang; its subject is the person. */
export const rungNotice = "notify.rung";

/** Lets the open pages of these people look at their notices anew once this transaction is on disk, and has what mail is due to them written. */
export async function ringBells(
  ctx: Ctx,
  personIds: readonly Id<"person">[],
  { due = [] }: { due?: readonly ExpectedMail[] } = {},
): Promise<void> {
  if (personIds.length === 0) return;
  await enqueueJob(
    ctx.db,
    ringJob,
    { tenantId: ctx.tenant.id, personIds: [...personIds], due: due.map(({ personId, what }) => ({ personId, what })) },
    { maxAttempts: 3 },
  );
}
