import { conflict, type Id, invalid } from "@guildhall/core";
import { type Ctx, savepoint, violates } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange, recordImages } from "@guildhall/tenancy";
import { stampRemembered } from "../bulk/remember.ts";
import { companyPolicy } from "./company.policy.ts";
import { addDomainInput } from "./company.ts";
import { isFreeMail, isPublicSuffix } from "./free-mail.ts";
import { holdCompany } from "./hold-company.ts";
import { joinAllOfDomain } from "./join-by-domain.ts";

interface Added {
  readonly changeSetId: Id<"change_set">;
  /** How many joined the company by it. */
  readonly joined: number;
}

/**
 * Gives a company a domain: from now on, whoever gets an address there joins it; with `joinPeople`, so does everybody
 * who has one. Domains where everybody can have a mailbox, or that nobody owns, are refused. Undone as one.
 */
export async function addDomain(ctx: Ctx, input: unknown): Promise<Added> {
  const { companyId, domain, joinPeople } = addDomainInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  const company = await holdCompany(ctx, companyId);
  refuseShared(domain);

  const changeSetId = await openChangeSet(ctx, "company.domain-added", { domain });
  const row = await insertDomain(ctx, companyId, domain);
  await recordImages(ctx, changeSetId, [
    {
      subjectType: "company_domain",
      subjectId: row.id,
      subjectVersion: null,
      personId: null,
      before: null,
      after: row,
    },
  ]);
  const joined = joinPeople ? await joinAllOfDomain(ctx, domain, changeSetId) : 0;
  await stampRemembered(ctx, { table: "company", id: companyId, changeSetId });
  await recordChange(ctx, {
    action: "company.domain-added",
    subjectType: "company",
    subjectId: companyId,
    changeSetId,
    before: null,
    after: { name: company.name, domain, joined },
  });
  await appendFact(ctx, "people.domain-added", { companyId, changeSetId, count: joined }, { changeSetId });
  return { changeSetId, joined };
}

function refuseShared(domain: string): void {
  const code = isPublicSuffix(domain) ? "people.domain-public" : isFreeMail(domain) ? "people.domain-free-mail" : null;
  if (code) throw invalid(code, { domain: code });
}

async function insertDomain(ctx: Ctx, companyId: Id<"company">, domain: string) {
  try {
    return await savepoint(ctx.db, () =>
      ctx.db
        .insertInto("company_domain")
        .values({
          tenant_id: ctx.tenant.id,
          company_id: companyId,
          domain,
          source: "by-hand",
          created_at: ctx.clock.now(),
        })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
  } catch (error) {
    if (violates(error, "company_domain_tenant_id_domain_key"))
      throw conflict("people.domain-taken", {}, { domain: "people.domain-taken" });
    throw error;
  }
}
