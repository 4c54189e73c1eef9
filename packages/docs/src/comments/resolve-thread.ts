import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { commentPolicy } from "./comment.policy.ts";
import { resolveThreadInput } from "./comment.ts";
import { byThemselves, type Commenter } from "./commenter.ts";
import { type HeldThread, holdThread } from "./hold-thread.ts";

/** Says of a conversation that it has come to its end, or that it has not. */
export async function resolveThread(ctx: Ctx, input: unknown, who: Commenter = byThemselves): Promise<void> {
  const { threadId, resolved } = resolveThreadInput.parse(input);
  const thread = await holdThread(ctx, threadId, who);
  commentPolicy.require(ctx.actor, "resolve", thread);
  if ((thread.resolved_at !== null) !== (resolved === "yes")) await settleThread(ctx, thread, resolved === "yes");
}

/** The same for a thread that is held, by somebody who may. */
export async function settleThread(
  ctx: Ctx,
  { id, document_id: documentId, quote }: Pick<HeldThread, "id" | "document_id" | "quote">,
  resolved: boolean,
): Promise<void> {
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  await ctx.db
    .updateTable("document_thread")
    .set({ resolved_at: resolved ? ctx.clock.now() : null, resolved_by: resolved ? personId : null })
    .where("id", "=", id)
    .execute();
  await recordChange(ctx, {
    action: resolved ? "document.thread-resolved" : "document.thread-reopened",
    subjectType: "document",
    subjectId: documentId,
    before: { resolved: !resolved },
    after: { resolved, ...(quote && { words: quote }) },
  });
  const about = { documentId, threadId: id, personId };
  await appendFact(ctx, resolved ? "docs.thread-resolved" : "docs.thread-reopened", about);
}
