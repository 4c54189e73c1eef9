import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Field, FieldValues } from "../fields/field.ts";
import { nameRecords } from "./name-records.ts";
import type { CompanyRow } from "./person-row.ts";
import { chipsOf, loadTags } from "./tag-chips.ts";

interface Loaded {
  id: Id<"company">;
  name: string;
  domains: string[];
  parentId: Id<"company"> | null;
  parentName: string | null;
  ownerId: Id<"person"> | null;
  ownerName: string | null;
  tagIds: Id<"tag">[];
  people: number;
  source: string;
  createdAt: Date;
  updatedAt: Date;
  fields: FieldValues;
}

/** Companies by their ids, with the names of all that they lead to. */
export async function loadCompanies(
  ctx: Ctx,
  ids: readonly Id<string>[],
  fields: readonly Field[],
): Promise<CompanyRow[]> {
  const { rows } = await sql<Loaded>`
    select c.id, c.name,
      array(select d.domain from company_domain d where d.tenant_id = c.tenant_id and d.company_id = c.id order by d.domain) as domains,
      c.parent_id as "parentId", a.name as "parentName", c.owner_person_id as "ownerId", o.full_name as "ownerName",
      c.tag_ids as "tagIds",
      (select count(*) from person p where p.tenant_id = c.tenant_id and p.company_id = c.id and p.canonical_id is null) as people,
      c.source, c.created_at as "createdAt", c.updated_at as "updatedAt", c.fields
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    join company c on c.id = wanted.id
    left join company a on a.tenant_id = c.tenant_id and a.id = c.parent_id
    left join person o on o.tenant_id = c.tenant_id and o.id = c.owner_person_id`.execute(ctx.db);
  const tags = await loadTags(
    ctx,
    rows.flatMap(({ tagIds }) => tagIds),
  );
  const names = await nameRecords(ctx, rows, fields);
  return rows.map(({ parentId, parentName, ownerId, ownerName, tagIds, ...row }) => ({
    ...row,
    parent: parentId && parentName !== null ? { id: parentId, name: parentName } : null,
    owner: ownerId && ownerName !== null ? { id: ownerId, name: ownerName } : null,
    tags: chipsOf(tagIds, tags),
    records: names(row.fields),
  }));
}
