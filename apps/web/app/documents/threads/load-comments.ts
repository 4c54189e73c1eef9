import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type Commenter, getDocument, listThreads } from "@guildhall/docs";

/** What is said about a document, and what it is called. */
export async function loadComments(ctx: Ctx, documentId: Id<"document">, who: Commenter) {
  const { id, title, spaceId, spaceName } = await getDocument(ctx, documentId, who.key);
  return { document: { id, title, spaceId, spaceName }, conversation: await listThreads(ctx, documentId, who) };
}
