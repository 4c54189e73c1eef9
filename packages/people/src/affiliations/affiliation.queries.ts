import type { Id, Page, PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { sql } from "kysely";
import { companyPolicy } from "../companies/company.policy.ts";
import { personPolicy } from "../people/person.policy.ts";
import { clusterOf, resolvePerson } from "../people/resolve-person.ts";
import type { Affiliation } from "./affiliation.ts";

const most = 200;

/** Where somebody is and was, over all records that are one with theirs: what is theirs now first, then the newest. */
export async function listAffiliations(ctx: Ctx, personId: Id<"person">): Promise<readonly Affiliation[]> {
  const id = await resolvePerson(ctx, personId);
  if (!id || !personPolicy.allows(ctx.actor, "view", { id })) return [];
  const rows = await ctx.db
    .selectFrom("affiliation as a")
    .innerJoin("company as c", (join) =>
      join.onRef("c.tenant_id", "=", "a.tenant_id").onRef("c.id", "=", "a.company_id"),
    )
    .select(["a.id", "a.title", "a.preferred", "a.source", "a.company_id as companyId", "c.name as companyName"])
    .select([sql<string | null>`a.since::text`.as("since"), sql<string | null>`a.until::text`.as("until")])
    .where("a.person_id", "in", await clusterOf(ctx, id))
    .orderBy(sql`a.until is not null`)
    .orderBy("a.preferred", "desc")
    .orderBy(sql`coalesce(a.until, a.since) desc nulls last`)
    .orderBy("a.created_at", "desc")
    .orderBy("a.id")
    .limit(most)
    .execute();
  return rows.map(({ companyId, companyName, ...row }) => ({ ...row, company: { id: companyId, name: companyName } }));
}

/** Somebody who is or was at a company. */
export interface Colleague {
  readonly affiliationId: Id<"affiliation">;
  readonly personId: Id<"person">;
  readonly fullName: string;
  readonly avatarFileId: Id<"file"> | null;
  readonly email: string | null;
  readonly title: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** Who is at a company now, or who was before, by name. */
export async function listColleagues(
  ctx: Ctx,
  companyId: Id<"company">,
  { past, page }: { readonly past: boolean; readonly page: Page },
): Promise<PageOf<Colleague>> {
  companyPolicy.require(ctx.actor, "view", null);
  const people = ctx.db
    .selectFrom("affiliation as a")
    .innerJoin("person as q", (join) => join.onRef("q.tenant_id", "=", "a.tenant_id").onRef("q.id", "=", "a.person_id"))
    .innerJoin("person as p", (join) =>
      join
        .onRef("p.tenant_id", "=", "q.tenant_id")
        .on((on) => on(on.ref("p.id"), "=", on.fn.coalesce("q.canonical_id", "q.id"))),
    )
    .select(["a.id as affiliationId", "p.id as personId", "p.full_name as fullName", "p.sort_name as sortName"])
    .select(["p.avatar_file_id as avatarFileId", "p.email", "a.title"])
    .select([sql<string | null>`a.since::text`.as("since"), sql<string | null>`a.until::text`.as("until")])
    .where("a.company_id", "=", companyId)
    .where("a.until", past ? "is not" : "is", null)
    .where("p.erased_at", "is", null);
  return keyset(people, page, {
    columns: ["sortName", "affiliationId"],
    direction: "asc",
    references: { sortName: "p.sort_name", affiliationId: "a.id" },
  });
}
