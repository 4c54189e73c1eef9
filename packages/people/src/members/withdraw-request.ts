import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";

/**
 * Takes back that a user asked to join. Nothing of theirs is kept, only that it was so. Where staff have decided
 * meanwhile, or nothing waits, it does nothing.
 */
export async function withdrawRequest(ctx: Ctx, userId: Id<"user_account">): Promise<void> {
  const withdrawn = await ctx.db
    .deleteFrom("join_request")
    .where("user_id", "=", userId)
    .where("kind", "=", "join")
    .where("state", "=", "waiting")
    .returning("id")
    .executeTakeFirst();
  if (!withdrawn) return;
  await recordChange(ctx, {
    action: "join-request.withdrawn",
    subjectType: "join_request",
    subjectId: withdrawn.id,
    before: { state: "waiting" },
    after: { state: "withdrawn" },
  });
  await appendFact(ctx, "people.join-withdrawn", { joinRequestId: withdrawn.id });
}
