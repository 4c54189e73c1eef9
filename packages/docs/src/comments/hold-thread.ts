import { type Id, notFound } from "@guildhall/core";
import type { Ctx, DB } from "@guildhall/db";
import type { Selectable } from "kysely";
import { documentPolicy } from "../access/document.policy.ts";
import type { DocumentRole } from "../access/document-role.ts";
import { findScope } from "../access/find-scope.ts";
import { roleAt } from "../access/role-at.ts";
import { type Commenter, ownership } from "./commenter.ts";

/** What the actor may do with a document, at least speak about it; it is not there for whoever may not even read it. */
export async function roleToComment(ctx: Ctx, documentId: Id<"document">, { key }: Commenter): Promise<DocumentRole> {
  const scopeId = await findScope(ctx, documentId);
  const role = scopeId && (await roleAt(ctx, scopeId, key));
  documentPolicy.require(ctx.actor, "comment", { role });
  if (!role) throw notFound();
  return role;
}

export interface HeldThread extends Selectable<DB["document_thread"]> {
  readonly role: DocumentRole;
  /** Who spoke first began it. */
  readonly own: boolean;
}

/** A thread for a change by the actor, locked until the transaction ends. */
export async function holdThread(ctx: Ctx, threadId: Id<"document_thread">, who: Commenter): Promise<HeldThread> {
  const row = await ctx.db
    .selectFrom("document_thread")
    .selectAll()
    .where("id", "=", threadId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  const role = await roleToComment(ctx, row.document_id, who);
  const first = await ctx.db
    .selectFrom("document_comment")
    .select(["author_person_id", "guest_key"])
    .where("thread_id", "=", threadId)
    .orderBy("id")
    .executeTakeFirst();
  return { ...row, role, own: first !== undefined && (await ownership(ctx, who))(first) };
}

export interface HeldComment extends Selectable<DB["document_comment"]> {
  readonly documentId: Id<"document">;
  readonly role: DocumentRole;
  readonly own: boolean;
}

/** A comment for a change by the actor, locked with its thread. What was taken back is only there for bringing it back. */
export async function holdComment(
  ctx: Ctx,
  commentId: Id<"document_comment">,
  who: Commenter,
  { removed = false }: { removed?: boolean } = {},
): Promise<HeldComment> {
  const place = await ctx.db
    .selectFrom("document_comment")
    .select("thread_id")
    .where("id", "=", commentId)
    .executeTakeFirst();
  if (!place) throw notFound();
  const { document_id: documentId, role } = await holdThread(ctx, place.thread_id, who);
  const row = await ctx.db.selectFrom("document_comment").selectAll().where("id", "=", commentId).executeTakeFirst();
  if (!row || (row.removed_at !== null) !== removed) throw notFound();
  return { ...row, documentId, role, own: (await ownership(ctx, who))(row) };
}
