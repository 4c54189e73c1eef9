import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { FieldValues, Tone } from "../fields/field.ts";
import { readFieldValues } from "../fields/field-values.ts";
import { companyPolicy } from "./company.policy.ts";
import type { NamedCompany } from "./company.ts";

/** A company as its page shows it. */
export interface Company {
  readonly id: Id<"company">;
  readonly name: string;
  readonly website: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly owner: { readonly id: Id<"person">; readonly fullName: string } | null;
  readonly domains: readonly { readonly id: Id<"company_domain">; readonly domain: string }[];
  readonly tags: readonly { readonly id: Id<"tag">; readonly name: string; readonly tone: Tone }[];
  readonly fields: FieldValues;
  /** From the topmost company down to the one above this. */
  readonly above: readonly NamedCompany[];
  /** Directly below, by name; at most 100. */
  readonly below: readonly NamedCompany[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One company; somebody else's is not there. */
export async function getCompany(ctx: Ctx, companyId: Id<"company">): Promise<Company> {
  companyPolicy.require(ctx.actor, "view", null);
  const row = await ctx.db
    .selectFrom("company as c")
    .leftJoin("person as o", (join) =>
      join.onRef("o.tenant_id", "=", "c.tenant_id").onRef("o.id", "=", "c.owner_person_id"),
    )
    .select(["c.id", "c.name", "c.website", "c.note", "c.source", "c.fields", "c.tag_ids as tagIds"])
    .select(["c.created_at as createdAt", "c.updated_at as updatedAt", "o.id as ownerId", "o.full_name as ownerName"])
    .where("c.id", "=", companyId)
    .executeTakeFirst();
  if (!row) throw notFound();
  const { ownerId, ownerName, tagIds, fields, ...company } = row;
  return {
    ...company,
    fields: readFieldValues(fields),
    owner: ownerId && ownerName !== null ? { id: ownerId, fullName: ownerName } : null,
    domains: await domainsOf(ctx, companyId),
    tags: await tagsOf(ctx, tagIds),
    above: await above(ctx, companyId),
    below: await below(ctx, companyId),
  };
}

function domainsOf(ctx: Ctx, companyId: Id<"company">) {
  return ctx.db
    .selectFrom("company_domain")
    .select(["id", "domain"])
    .where("company_id", "=", companyId)
    .orderBy("created_at")
    .orderBy("id")
    .limit(100)
    .execute();
}

async function tagsOf(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom("tag")
    .select(["id", "name", "tone"])
    .where("id", "in", ids as Id<"tag">[])
    .orderBy("name_key")
    .execute();
}

async function above(ctx: Ctx, companyId: Id<"company">): Promise<NamedCompany[]> {
  const { rows } = await sql<NamedCompany>`
    with recursive up (id, name, parent_id, far) as (
      select id, name, parent_id, 0 from company where tenant_id = ${ctx.tenant.id} and id = ${companyId}
      union all
      select c.id, c.name, c.parent_id, up.far + 1 from up
      join company c on c.tenant_id = ${ctx.tenant.id} and c.id = up.parent_id where up.far < 50
    ) select id, name from up where far > 0 order by far desc`.execute(ctx.db);
  return rows;
}

function below(ctx: Ctx, companyId: Id<"company">): Promise<NamedCompany[]> {
  return ctx.db
    .selectFrom("company")
    .select(["id", "name"])
    .where("parent_id", "=", companyId)
    .orderBy("sort_name")
    .orderBy("id")
    .limit(100)
    .execute();
}
