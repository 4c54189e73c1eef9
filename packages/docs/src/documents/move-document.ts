import { type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { documentPolicy } from "../access/document.policy.ts";
import { recheckDocuments } from "../access/recheck.ts";
import { holdTrees } from "../spaces/hold-space.ts";
import { deepest, moveDocumentInput } from "./document.ts";
import { type HeldDocument, holdDocument } from "./hold-document.ts";
import { findPlace, type Place, rankAt } from "./place.ts";

/**
 * Moves a document with all below it: among its siblings, under another, into another space. Where that changes who may
 * see it, only somebody who manages it may.
 */
export async function moveDocument(ctx: Ctx, input: unknown): Promise<void> {
  const { documentId, spaceId, parentId = null, beforeId = null } = moveDocumentInput.parse(input);
  const from = await spaceOf(ctx, documentId);
  await holdTrees(ctx, from ? [from, spaceId] : [spaceId]);
  const document = await holdDocument(ctx, documentId, "edit");
  const place = await findPlace(ctx, spaceId, parentId);
  const below = await subtreeOf(ctx, documentId);
  if (parentId && below.some(({ id }) => id === parentId))
    throw invalid("docs.move-into-itself", { parentId: "docs.move-into-itself" });
  if (place.depth + Math.max(...below.map(({ depth }) => depth)) > deepest)
    throw invalid("docs.too-deep", { parentId: "docs.too-deep" });

  const scopeBefore = document.own_scope ? await scopeAbove(ctx, document.scope_id) : document.scope_id;
  const changesAccess = scopeBefore !== place.scopeId;
  if (changesAccess) documentPolicy.require(ctx.actor, "manage", document);
  const rank = await rankAt(ctx, place, { beforeId, but: documentId });
  if (changesAccess) await hangUnder(ctx, document, { ...place, rank }, below);
  else await ctx.db.updateTable("document").set({ parent_id: parentId, rank }).where("id", "=", documentId).execute();

  await recordChange(ctx, {
    action: "document.moved",
    subjectType: "document",
    subjectId: documentId,
    before: { spaceId: document.space_id, parentId: document.parent_id, rank: document.rank },
    after: { spaceId, parentId, rank },
  });
  await appendFact(ctx, "docs.document-moved", { documentId });
}

async function spaceOf(ctx: Ctx, documentId: Id<"document">): Promise<Id<"space"> | null> {
  const row = await ctx.db.selectFrom("document").select("space_id").where("id", "=", documentId).executeTakeFirst();
  return row?.space_id ?? null;
}

async function scopeAbove(ctx: Ctx, scopeId: Id<"document_scope">): Promise<Id<"document_scope"> | null> {
  const row = await ctx.db
    .selectFrom("document_scope")
    .select("parent_id")
    .where("id", "=", scopeId)
    .executeTakeFirst();
  return row?.parent_id ?? null;
}

interface Below {
  readonly id: Id<"document">;
  /** 1 for the document itself. */
  readonly depth: number;
}

/** A document and all below it, those in the trash too. */
export async function subtreeOf(ctx: Ctx, documentId: Id<"document">): Promise<readonly Below[]> {
  const { rows } = await sql<Below>`
    with recursive below as (
      select d.id, 1 as depth from document d where d.id = ${documentId}
      union all
      select c.id, b.depth + 1 from below b join document c on c.parent_id = b.id
    )
    select id, depth from below`.execute(ctx.db);
  return rows;
}

/** What was inherited from above is now inherited from the new place; what stands with grants of its own keeps them. */
async function hangUnder(
  ctx: Ctx,
  document: HeldDocument,
  place: Place & { readonly rank: string },
  below: readonly Below[],
): Promise<void> {
  const ids = below.map(({ id }) => id);
  const inherited = document.own_scope ? await scopeAbove(ctx, document.scope_id) : document.scope_id;
  await sql`
    update document_scope s set
      space_id = ${place.spaceId},
      parent_id = case when s.parent_id = ${inherited} then ${place.scopeId}::uuid else s.parent_id end
    from document d
    where d.id = any (${ids}::uuid[]) and d.own_scope and s.tenant_id = d.tenant_id and s.id = d.scope_id`.execute(
    ctx.db,
  );
  // With the parent, in one statement: no row of a tree ever stands in another space than what it hangs from.
  await sql`
    update document d set
      space_id = ${place.spaceId},
      parent_id = case when d.id = ${document.id} then ${place.parentId}::uuid else d.parent_id end,
      rank = case when d.id = ${document.id} then ${place.rank} else d.rank end,
      scope_id = case when not d.own_scope and d.scope_id = ${inherited} then ${place.scopeId}::uuid else d.scope_id end
    where d.id = any (${ids}::uuid[])`.execute(ctx.db);
  await recheckDocuments(ctx, ids);
}
