import type { Ctx } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import { sendMessageJob } from "./send-message-job.ts";

/** Enqueues the sending of every message of this tenant that has not left yet: after a move, whose jobs stay behind. */
export async function requeueMessages(ctx: Ctx): Promise<void> {
  const waiting = await ctx.db.selectFrom("message").select("id").where("state", "=", "queued").execute();
  for (const { id } of waiting) await enqueueJob(ctx.db, sendMessageJob, { messageId: id }, { key: id });
}
