import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { documentKind } from "../rooms/document-kind.ts";

/** Has everybody asked again who is in a document that stands at this place or below it, within two seconds. */
export async function recheckScope(ctx: Ctx, scopeId: Id<"document_scope">): Promise<void> {
  await sql`
    with recursive below as (
      select s.id from document_scope s where s.id = ${scopeId}
      union all
      select s.id from below b join document_scope s on s.parent_id = b.id
    )
    update sync_room r set access_version = r.access_version + 1
    from document d
    where d.scope_id in (select id from below)
      and r.tenant_id = d.tenant_id and r.kind = ${documentKind} and r.subject_id = d.id`.execute(ctx.db);
}

/** The same for all documents of a space. */
export async function recheckSpace(ctx: Ctx, spaceId: Id<"space">): Promise<void> {
  await sql`
    update sync_room r set access_version = r.access_version + 1
    from document d
    where d.space_id = ${spaceId} and r.tenant_id = d.tenant_id and r.kind = ${documentKind} and r.subject_id = d.id`.execute(
    ctx.db,
  );
}

/** The same for these documents. */
export async function recheckDocuments(ctx: Ctx, documentIds: readonly Id<"document">[]): Promise<void> {
  await sql`
    update sync_room r set access_version = r.access_version + 1
    where r.kind = ${documentKind} and r.subject_id = any (${documentIds}::uuid[])`.execute(ctx.db);
}
