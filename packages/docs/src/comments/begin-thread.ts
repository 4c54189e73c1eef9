import { conflict, type Id, newId, systemActor } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { editRoom } from "@guildhall/sync";
import { documentKind } from "../rooms/document-kind.ts";
import { addComment } from "./add-comment.ts";
import { type AnchoredWords, markChosen } from "./anchored-words.ts";
import { beginThreadInput } from "./comment.ts";
import { byThemselves, type Commenter } from "./commenter.ts";
import { roleToComment } from "./hold-thread.ts";

/** More than anybody reads about one document. */
const mostThreads = 1_000;

/**
 * Begins a conversation about the words between two places of a document, or about all of it. The words are marked by the
 * house, on behalf of whoever may comment and change nothing.
 */
export async function beginThread(
  ctx: Ctx,
  input: unknown,
  who: Commenter = byThemselves,
): Promise<Id<"document_thread">> {
  const { documentId, from, to, body, guestName } = beginThreadInput.parse(input);
  await roleToComment(ctx, documentId, who);
  // Before its room, as whoever throws it away does.
  await ctx.db.selectFrom("document").select("id").where("id", "=", documentId).forKeyShare().execute();
  await refuseMore(ctx, documentId);
  const id = newId<"document_thread">();
  const words = from && to ? await markWords(ctx, documentId, { from, to }, id) : null;
  await ctx.db
    .insertInto("document_thread")
    .values({
      tenant_id: ctx.tenant.id,
      id,
      document_id: documentId,
      quote: words?.quote ?? null,
      words_before: words?.before ?? "",
      words_after: words?.after ?? "",
      begun_at: ctx.clock.now(),
    })
    .execute();
  await addComment(ctx, { id, documentId }, { body, guestName }, who);
  return id;
}

async function refuseMore(ctx: Ctx, documentId: Id<"document">): Promise<void> {
  const { count } = await ctx.db
    .selectFrom("document_thread")
    .select((threads) => threads.fn.countAll<number>().as("count"))
    .where("document_id", "=", documentId)
    .executeTakeFirstOrThrow();
  if (Number(count) >= mostThreads) throw conflict("docs.threads-full", { most: mostThreads });
}

async function markWords(
  ctx: Ctx,
  documentId: Id<"document">,
  { from, to }: { readonly from: string; readonly to: string },
  threadId: Id<"document_thread">,
): Promise<AnchoredWords> {
  const chosen = { from: Buffer.from(from, "base64url"), to: Buffer.from(to, "base64url") };
  let words: AnchoredWords | null = null;
  // As the house: to comment is not to write, and nobody is told that they wrote.
  await editRoom({ ...ctx, actor: systemActor }, documentKind, documentId, (doc) => {
    words = markChosen(doc, chosen, threadId);
  });
  if (!words) throw conflict("docs.words-gone");
  return words;
}
