import { conflict, type Id, invalid, notFound } from "@guildhall/core";
import { type Ctx, savepoint, violates } from "@guildhall/db";
import { sql } from "kysely";
import { holdPerson } from "../people/resolve-person.ts";

/** A place in a company for a change, with its person and company held until the transaction ends. */
export async function holdAffiliation(ctx: Ctx, affiliationId: Id<"affiliation">) {
  const found = await ctx.db
    .selectFrom("affiliation")
    .select("person_id")
    .where("id", "=", affiliationId)
    .executeTakeFirst();
  if (!found) throw notFound();
  const person = await holdPerson(ctx, found.person_id);
  const place = await ctx.db
    .selectFrom("affiliation as a")
    .innerJoin("company as c", (join) =>
      join.onRef("c.tenant_id", "=", "a.tenant_id").onRef("c.id", "=", "a.company_id"),
    )
    .select(["a.id", "a.person_id", "a.company_id", "a.title", "a.preferred", "a.source", "c.name as company"])
    .select([sql<string | null>`a.since::text`.as("since"), sql<string | null>`a.until::text`.as("until")])
    .where("a.id", "=", affiliationId)
    .forUpdate("a")
    .executeTakeFirst();
  if (!place) throw notFound();
  return { ...place, personId: person.id };
}

export type HeldAffiliation = Awaited<ReturnType<typeof holdAffiliation>>;

/** Says in words what the database refuses of a place. */
export async function orRefuse<Result>(ctx: Ctx, write: () => Promise<Result>): Promise<Result> {
  try {
    return await savepoint(ctx.db, write);
  } catch (error) {
    if (violates(error, "affiliation_once"))
      throw conflict("people.position-twice", {}, { companyId: "people.position-twice" });
    if (violates(error, "affiliation_tenant_id_company_id_fkey"))
      throw invalid("people.company-gone", { companyId: "people.company-gone" });
    if (violates(error, "affiliation_check"))
      throw invalid("people.position-ends-first", { until: "people.position-ends-first" });
    throw error;
  }
}
