import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { holdDocument } from "../documents/hold-document.ts";
import { holdSpace, holdTrees } from "../spaces/hold-space.ts";
import type { SharedThing } from "./grant.ts";

/** The place where grants of this thing stand, made where it has none yet, for somebody who manages it. Its tree is held. */
export async function ownScope(ctx: Ctx, thing: SharedThing): Promise<Id<"document_scope">> {
  if ("spaceId" in thing) return (await holdSpace(ctx, thing.spaceId, "manage")).scopeId;
  const { space_id } = await holdDocument(ctx, thing.documentId, "manage");
  await holdTrees(ctx, [space_id]);
  // Again, now that the tree stays as it is.
  const document = await holdDocument(ctx, thing.documentId, "manage");
  if (document.own_scope) return document.scope_id;
  const { id } = await ctx.db
    .insertInto("document_scope")
    .values({ tenant_id: ctx.tenant.id, space_id: document.space_id, parent_id: document.scope_id })
    .returning("id")
    .executeTakeFirstOrThrow();
  await hangBelow(ctx, thing.documentId, document.scope_id, id);
  return id;
}

/** All below that inherited past the document inherits from it from now on. */
async function hangBelow(
  ctx: Ctx,
  documentId: Id<"document">,
  from: Id<"document_scope">,
  to: Id<"document_scope">,
): Promise<void> {
  const below = sql`(
    with recursive below as (
      select d.id from document d where d.id = ${documentId}
      union all
      select c.id from below b join document c on c.parent_id = b.id
    )
    select id from below)`;
  await sql`
    update document_scope s set parent_id = ${to}
    from document d
    where d.id in ${below} and d.own_scope and s.tenant_id = d.tenant_id and s.id = d.scope_id and s.parent_id = ${from}`.execute(
    ctx.db,
  );
  await sql`
    update document d set scope_id = ${to}, own_scope = d.id = ${documentId}
    where d.id in ${below} and not d.own_scope and d.scope_id = ${from}`.execute(ctx.db);
}
