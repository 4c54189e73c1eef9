import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { commentPolicy } from "./comment.policy.ts";
import { reactInput } from "./comment.ts";
import { byThemselves, type Commenter } from "./commenter.ts";
import { holdComment } from "./hold-thread.ts";

/** Answers a comment with a sign, or takes the sign back. */
export async function reactToComment(ctx: Ctx, input: unknown, who: Commenter = byThemselves): Promise<void> {
  const { commentId, sign, on } = reactInput.parse(input);
  const { documentId, thread_id: threadId, role, own } = await holdComment(ctx, commentId, who);
  commentPolicy.require(ctx.actor, "react", { role, own });
  if (ctx.actor.kind !== "person") return;
  const { personId } = ctx.actor;
  if (on === "yes")
    await ctx.db
      .insertInto("document_reaction")
      .values({ tenant_id: ctx.tenant.id, comment_id: commentId, person_id: personId, sign, at: ctx.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await ctx.db
      .deleteFrom("document_reaction")
      .where("comment_id", "=", commentId)
      .where("person_id", "=", personId)
      .where("sign", "=", sign)
      .execute();
  await appendFact(ctx, "docs.comment-reacted", { documentId, threadId, commentId });
}
