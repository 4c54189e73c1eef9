import { type Id, invalid, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { generateKeyBetween } from "fractional-indexing";
import { sql } from "kysely";
import { documentPolicy } from "../access/document.policy.ts";
import { roleAt } from "../access/role-at.ts";
import { scopeOfSpace } from "../spaces/hold-space.ts";
import { deepest } from "./document.ts";

export interface Place {
  readonly spaceId: Id<"space">;
  readonly parentId: Id<"document"> | null;
  /** Whose grants hold there. */
  readonly scopeId: Id<"document_scope">;
  /** Below how many others. */
  readonly depth: number;
}

/**
 * Where something is to be put, for somebody who may write there. The tree of the space is held by the caller, so that it
 * stays as it is seen here.
 */
export async function findPlace(ctx: Ctx, spaceId: Id<"space">, parentId: Id<"document"> | null): Promise<Place> {
  const open = await ctx.db
    .selectFrom("space")
    .select("id")
    .where("id", "=", spaceId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!open) throw notFound();
  const parent = parentId && (await findParent(ctx, spaceId, parentId));
  const scopeId = parent ? parent.scopeId : await scopeOfSpace(ctx, spaceId);
  documentPolicy.require(ctx.actor, "edit", { role: await roleAt(ctx, scopeId) });
  const depth = parentId ? await depthOf(ctx, parentId) : 0;
  if (depth >= deepest) throw invalid("docs.too-deep", { parentId: "docs.too-deep" });
  return { spaceId, parentId, scopeId, depth };
}

async function findParent(ctx: Ctx, spaceId: Id<"space">, parentId: Id<"document">) {
  const parent = await ctx.db
    .selectFrom("document")
    .select("scope_id as scopeId")
    .where("id", "=", parentId)
    .where("space_id", "=", spaceId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!parent) throw notFound();
  return parent;
}

async function depthOf(ctx: Ctx, documentId: Id<"document">): Promise<number> {
  const { rows } = await sql<{ depth: number }>`
    with recursive above as (
      select d.id, d.parent_id from document d where d.id = ${documentId}
      union all
      select p.id, p.parent_id from above a join document p on p.id = a.parent_id
    )
    select count(*)::int as depth from above`.execute(ctx.db);
  return rows[0]?.depth ?? 0;
}

/** The rank of something put right before `beforeId`, or last of all that stand there; `but` is about to leave its own place. */
export async function rankAt(
  ctx: Ctx,
  { spaceId, parentId }: Pick<Place, "spaceId" | "parentId">,
  { beforeId = null, but = null }: { beforeId?: Id<"document"> | null; but?: Id<"document"> | null } = {},
): Promise<string> {
  const siblings = ctx.db
    .selectFrom("document")
    .select("rank")
    .where("space_id", "=", spaceId)
    .where("parent_id", "is not distinct from", parentId)
    .$if(but !== null, (query) => query.where("id", "<>", but));
  if (!beforeId) {
    const last = await siblings.orderBy("rank", "desc").limit(1).executeTakeFirst();
    return generateKeyBetween(last?.rank ?? null, null);
  }
  const next = await siblings.where("id", "=", beforeId).where("removed_at", "is", null).executeTakeFirst();
  if (!next) throw notFound();
  const previous = await siblings.where("rank", "<", next.rank).orderBy("rank", "desc").limit(1).executeTakeFirst();
  return generateKeyBetween(previous?.rank ?? null, next.rank);
}
