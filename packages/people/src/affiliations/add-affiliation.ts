import { conflict, type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { clusterOf, holdPerson } from "../people/resolve-person.ts";
import { addAffiliationInput } from "./affiliation.ts";
import { orRefuse } from "./hold-affiliation.ts";
import { preferOnly } from "./prefer-affiliation.ts";

/** Gives a person a place in a company, now or in the past. At one company they have one place at a time. */
export async function addAffiliation(ctx: Ctx, input: unknown): Promise<Id<"affiliation">> {
  const { personId, companyId, title, since, until, preferred } = addAffiliationInput.parse(input);
  const person = await holdPerson(ctx, personId);
  const company = await ctx.db.selectFrom("company").select("name").where("id", "=", companyId).executeTakeFirst();
  if (!company) throw invalid("people.company-gone", { companyId: "people.company-gone" });
  if (until === null) await requireNoneThere(ctx, person.id, companyId);

  const { id } = await orRefuse(ctx, () =>
    ctx.db
      .insertInto("affiliation")
      .values({
        tenant_id: ctx.tenant.id,
        person_id: person.id,
        company_id: companyId,
        title,
        since,
        until,
        source: "by-hand",
        created_at: ctx.clock.now(),
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  if (preferred && until === null) await preferOnly(ctx, person.id, id);
  await recordChange(ctx, {
    action: "position.taken",
    subjectType: "person",
    subjectId: person.id,
    personId: person.id,
    before: null,
    after: { company: company.name, title, since, until },
  });
  await appendFact(ctx, "people.position-taken", { affiliationId: id, personId: person.id, companyId });
  return id;
}

/** Those who were merged count as one. */
async function requireNoneThere(ctx: Ctx, personId: Id<"person">, companyId: Id<"company">): Promise<void> {
  const there = await ctx.db
    .selectFrom("affiliation")
    .select("id")
    .where("person_id", "in", await clusterOf(ctx, personId))
    .where("company_id", "=", companyId)
    .where("until", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (there) throw conflict("people.position-twice", {}, { companyId: "people.position-twice" });
}
