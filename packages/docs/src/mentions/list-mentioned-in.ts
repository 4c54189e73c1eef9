import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { roleOfLevel } from "../access/document-role.ts";
import { placesOf } from "../access/role-at.ts";
import type { DocumentLine } from "../documents/document.ts";

export type Mentioned =
  | { readonly documentId: Id<"document"> }
  | { readonly personId: Id<"person"> }
  | { readonly companyId: Id<"company"> };

/**
 * The documents that name this one, this person (by whichever record of theirs) or this company, the last edited first;
 * of those that the reader may see. At most `most`, and one more where there are more.
 */
export async function listMentionedIn(
  ctx: Ctx,
  mentioned: Mentioned,
  { key = null, most = 20 }: { readonly key?: string | null; readonly most?: number } = {},
): Promise<readonly DocumentLine[]> {
  const { rows } = await sql<Omit<DocumentLine, "role"> & { readonly level: number }>`
    with seen as materialized (select * from ${placesOf(ctx, key)} r),
    named as (${targetsOf(mentioned)})
    select d.id, d.space_id as "spaceId", d.parent_id as "parentId", d.title, d.icon, d.edited_at as "editedAt", s.role as level
    from (
      select distinct m.document_id from named n
      join document_mention m on m.target_id = n.id and m.target_type = n.type
    ) m
    join document d on d.id = m.document_id and d.removed_at is null
    join space p on p.id = d.space_id and p.removed_at is null
    join seen s on s.scope_id = d.scope_id
    order by d.edited_at desc, d.id desc
    limit ${most + 1}`.execute(ctx.db);
  return rows.flatMap(({ level, ...line }) => {
    const role = roleOfLevel(level);
    return role ? [{ ...line, role }] : [];
  });
}

/** All ids under which somebody may have been written: those of records that were merged into theirs, too. */
function targetsOf(mentioned: Mentioned) {
  if ("documentId" in mentioned) return sql`select ${mentioned.documentId}::uuid as id, 'document' as type`;
  if ("companyId" in mentioned) return sql`select ${mentioned.companyId}::uuid as id, 'company' as type`;
  return sql`select p.id, 'person' as type from person p
    where p.id = ${mentioned.personId} or p.canonical_id = ${mentioned.personId}`;
}
