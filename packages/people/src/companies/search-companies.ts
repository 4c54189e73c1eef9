import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type RawBuilder, sql } from "kysely";
import { prefixRange } from "../people/prefix-range.ts";
import { namePrefixes } from "../people/search-words.ts";
import { companyPolicy } from "./company.policy.ts";

/** A company as pickers offer it. */
export interface FoundCompany {
  readonly id: Id<"company">;
  readonly name: string;
  readonly domain: string | null;
}

const longest = 200;

/** Companies whose name (in any script, or its pinyin) or domain begins with this text; by name from the start where there is none. */
export async function searchCompanies(ctx: Ctx, text: string, limit = 10): Promise<readonly FoundCompany[]> {
  companyPolicy.require(ctx.actor, "view", null);
  const ways = waysTo(ctx, text.trim().slice(0, longest), limit);
  const { rows } = await sql<FoundCompany>`
    select c.id, c.name,
      (select d.domain from company_domain d where d.tenant_id = c.tenant_id and d.company_id = c.id
       order by d.created_at, d.id limit 1) as domain
    from company c
    where c.tenant_id = ${ctx.tenant.id} and c.id in (${sql.join(ways, sql` union all `)})
    order by c.sort_name, c.id limit ${limit}`.execute(ctx.db);
  return rows;
}

function waysTo(ctx: Ctx, typed: string, limit: number): RawBuilder<unknown>[] {
  const ways = namePrefixes(typed).map((prefix) => {
    const { from, to } = prefixRange(prefix);
    return sql`(select id from company where tenant_id = ${ctx.tenant.id} and sort_name >= ${from} and sort_name < ${to}
      order by sort_name, id limit ${limit})`;
  });
  if (!/^[^\s@]{2,}$/.test(typed)) return ways;
  const { from, to } = prefixRange(typed.toLowerCase());
  return [
    ...ways,
    sql`(select company_id from company_domain where tenant_id = ${ctx.tenant.id} and domain >= ${from} and domain < ${to}
      order by domain limit ${limit})`,
  ];
}
