import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { addComment } from "./add-comment.ts";
import { replyInput } from "./comment.ts";
import { byThemselves, type Commenter } from "./commenter.ts";
import { holdThread } from "./hold-thread.ts";
import { settleThread } from "./resolve-thread.ts";

/** More than anybody reads in one conversation. */
const mostComments = 500;

/** Says something in a thread. One that was resolved is open again by it. */
export async function replyInThread(
  ctx: Ctx,
  input: unknown,
  who: Commenter = byThemselves,
): Promise<Id<"document_comment">> {
  const { threadId, ...said } = replyInput.parse(input);
  const thread = await holdThread(ctx, threadId, who);
  const { count } = await ctx.db
    .selectFrom("document_comment")
    .select((comments) => comments.fn.countAll<number>().as("count"))
    .where("thread_id", "=", threadId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostComments) throw conflict("docs.thread-full", { most: mostComments });
  const id = await addComment(ctx, { id: threadId, documentId: thread.document_id }, said, who);
  if (thread.resolved_at) await settleThread(ctx, thread, false);
  return id;
}
