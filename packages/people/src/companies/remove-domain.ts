import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { removeRemembered, stampRemembered } from "../bulk/remember.ts";
import { companyPolicy } from "./company.policy.ts";
import { removeDomainInput } from "./company.ts";
import { holdCompany } from "./hold-company.ts";

/**
 * Takes a domain from a company, and with it the places that nobody but this domain made. Who has an address at another
 * domain of the company stays, and so does what somebody has written since. Undone as one.
 */
export async function removeDomain(ctx: Ctx, input: unknown): Promise<{ readonly left: number }> {
  const { companyId, domainId } = removeDomainInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  const company = await holdCompany(ctx, companyId);
  const row = await ctx.db
    .selectFrom("company_domain")
    .select("domain")
    .where("id", "=", domainId)
    .where("company_id", "=", companyId)
    .executeTakeFirst();
  if (!row) throw notFound();

  const changeSetId = await openChangeSet(ctx, "company.domain-removed", { domain: row.domain });
  await removeRemembered(ctx, { table: "company_domain", where: sql`t.id = ${domainId}`, changeSetId });
  const left = await removeRemembered(ctx, {
    table: "affiliation",
    where: madeByDomainAlone(companyId, row.domain),
    changeSetId,
  });
  await stampRemembered(ctx, { table: "company", id: companyId, changeSetId });
  await recordChange(ctx, {
    action: "company.domain-removed",
    subjectType: "company",
    subjectId: companyId,
    changeSetId,
    before: { name: company.name, domain: row.domain },
    after: { name: company.name, left },
  });
  await appendFact(ctx, "people.domain-removed", { companyId, changeSetId, count: left }, { changeSetId });
  return { left };
}

/** Places (called t) of those whose addresses belong to the company by this domain, which it has no more, and no other. */
const madeByDomainAlone = (companyId: Id<"company">, domain: string) => sql`
  t.company_id = ${companyId} and t.source = 'domain' and t.until is null
  and exists (select from person_identity i where i.tenant_id = t.tenant_id and i.person_id = t.person_id
    and i.kind = 'email' and split_part(i.value, '@', -1) = ${domain})
  and not exists (select from person_identity i
    join company_domain d on d.tenant_id = i.tenant_id and d.domain = split_part(i.value, '@', -1)
    where i.tenant_id = t.tenant_id and i.person_id = t.person_id and i.kind = 'email' and d.company_id = t.company_id)`;
