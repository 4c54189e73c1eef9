import { idSchema, plainFromRichText, readRichText } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { commentPolicy } from "./comment.policy.ts";
import { changeCommentInput, commentRefInput } from "./comment.ts";
import { byThemselves, type Commenter } from "./commenter.ts";
import { type HeldComment, holdComment } from "./hold-thread.ts";
import { storedComment } from "./stored-comment.ts";

/** Says it otherwise. What was said before stands in the history. */
export async function changeComment(ctx: Ctx, input: unknown, who: Commenter = byThemselves): Promise<void> {
  const { commentId, body } = changeCommentInput.parse(input);
  const before = await holdComment(ctx, commentId, who);
  commentPolicy.require(ctx.actor, "change", before);
  const text = await storedComment(ctx, before.documentId, body, readRichText(before.body) ?? null);
  if (JSON.stringify(text) === JSON.stringify(readRichText(before.body))) return;
  await ctx.db
    .updateTable("document_comment")
    .set({ body: JSON.stringify(text), edited_at: ctx.clock.now() })
    .where("id", "=", commentId)
    .execute();
  await recordChange(ctx, {
    action: "document.comment-changed",
    ...subjectOf(before),
    before: { text: wordsOf(before) },
    after: { text: plainFromRichText(text) },
  });
  await appendFact(ctx, "docs.comment-changed", placeOf(before));
}

/** Takes back what was said; the last comment of a thread takes the thread along. */
export async function removeComment(ctx: Ctx, input: unknown, who: Commenter = byThemselves): Promise<void> {
  await setRemoved(ctx, input, who, true);
}

/** Says again what was taken back. */
export async function restoreComment(ctx: Ctx, input: unknown, who: Commenter = byThemselves): Promise<void> {
  await setRemoved(ctx, input, who, false);
}

async function setRemoved(ctx: Ctx, input: unknown, who: Commenter, removed: boolean): Promise<void> {
  const { commentId } = commentRefInput.parse(input);
  const comment = await holdComment(ctx, commentId, who, { removed: !removed });
  commentPolicy.require(ctx.actor, "remove", comment);
  await ctx.db
    .updateTable("document_comment")
    .set({ removed_at: removed ? ctx.clock.now() : null })
    .where("id", "=", commentId)
    .execute();
  const text = { text: wordsOf(comment) };
  await recordChange(ctx, {
    action: removed ? "document.comment-removed" : "document.comment-restored",
    ...subjectOf(comment),
    before: removed ? text : null,
    after: removed ? null : text,
  });
  await appendFact(ctx, removed ? "docs.comment-removed" : "docs.comment-restored", placeOf(comment));
}

/** Forgetting its author blanks what the history says of it. */
function subjectOf({ documentId, author_person_id: personId }: HeldComment) {
  return { subjectType: "document", subjectId: idSchema("document").parse(documentId), personId };
}

function placeOf({ documentId, thread_id: threadId, id: commentId }: HeldComment) {
  return { documentId, threadId, commentId };
}

function wordsOf({ body }: HeldComment): string {
  const text = readRichText(body);
  return text ? plainFromRichText(text) : "";
}
