import type { Ctx } from "@guildhall/db";
import { sortName } from "../../../people/sort-name.ts";
import { tagKey } from "../../../tags/tag.ts";
import type { BatchItem } from "../plan/plan-batch.ts";
import type { KnownWords, NewCompany } from "../plan/words.ts";

/** The hall's tags and companies that these rows name, and whose companies' domains their addresses have. */
export async function loadWords(ctx: Ctx, items: readonly BatchItem[]): Promise<KnownWords> {
  const named = namedIn(items);
  return {
    tags: await findTags(ctx, [...named.tags]),
    companies: await findCompanies(ctx, [...named.companies]),
    domains: await findDomains(ctx, [...named.domains]),
  };
}

function namedIn(items: readonly BatchItem[]) {
  const tags = new Set<string>();
  const companies = new Set<string>();
  const domains = new Set<string>();
  for (const item of items) {
    if (item.kind !== "row" || item.row.outcome !== "person") continue;
    const { row } = item;
    for (const tag of row.tags) tags.add(tagKey(tag));
    if (row.company !== null) companies.add(row.company);
    else
      for (const { kind, value } of row.identities)
        if (kind === "email") domains.add(value.slice(value.lastIndexOf("@") + 1));
  }
  return { tags, companies, domains };
}

async function findTags(ctx: Ctx, keys: readonly string[]): Promise<KnownWords["tags"]> {
  if (keys.length === 0) return [];
  return ctx.db.selectFrom("tag").select(["id", "name"]).where("name_key", "in", keys).execute();
}

/** By what lists sort them by, which an index knows; names that only sound alike are told apart by `Words`. */
async function findCompanies(ctx: Ctx, names: readonly string[]): Promise<NewCompany[]> {
  if (names.length === 0) return [];
  const sorted = [...new Set(names.map((fullName) => sortName({ fullName })))];
  return ctx.db
    .selectFrom("company")
    .select(["id", "name"])
    .where("sort_name", "in", sorted)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

async function findDomains(ctx: Ctx, domains: readonly string[]): Promise<KnownWords["domains"]> {
  if (domains.length === 0) return [];
  const rows = await ctx.db
    .selectFrom("company_domain as d")
    .innerJoin("company as c", (join) =>
      join.onRef("c.tenant_id", "=", "d.tenant_id").onRef("c.id", "=", "d.company_id"),
    )
    .select(["d.domain", "c.id", "c.name"])
    .where("d.domain", "in", domains)
    .execute();
  return rows.map(({ domain, ...company }) => ({ domain, company }));
}
