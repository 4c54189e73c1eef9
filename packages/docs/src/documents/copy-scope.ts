import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { levelOf } from "../access/document-role.ts";

interface CopiedPlace {
  readonly spaceId: Id<"space">;
  readonly above: Id<"document_scope">;
}

/**
 * A place of its own for the copy of what was broken off from above: for the same people, without its links, since whoever
 * holds one was shown the original. Whoever makes the copy manages it.
 */
export async function copyScope(
  ctx: Ctx,
  from: Id<"document_scope">,
  { spaceId, above }: CopiedPlace,
): Promise<Id<"document_scope">> {
  const { id } = await ctx.db
    .insertInto("document_scope")
    .values({ tenant_id: ctx.tenant.id, space_id: spaceId, parent_id: above, inherits: false })
    .returning("id")
    .executeTakeFirstOrThrow();
  const copier = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const now = ctx.clock.now();
  await sql`
    insert into document_grant
      (tenant_id, scope_id, grantee, audience_id, person_id, role, expires_at, granted_by, granted_at)
    select tenant_id, ${id}, grantee, audience_id, person_id, role, expires_at, ${copier}::uuid, ${now}
    from document_grant
    where scope_id = ${from} and grantee <> 'link' and person_id is distinct from ${copier}::uuid`.execute(ctx.db);
  if (copier)
    await ctx.db
      .insertInto("document_grant")
      .values({
        tenant_id: ctx.tenant.id,
        scope_id: id,
        grantee: "person",
        person_id: copier,
        role: levelOf("manage"),
        granted_by: copier,
        granted_at: now,
      })
      .execute();
  return id;
}
