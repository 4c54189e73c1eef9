import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { removeRemembered } from "../bulk/remember.ts";
import { companyPolicy } from "./company.policy.ts";
import { companyRefInput } from "./company.ts";
import { holdCompany } from "./hold-company.ts";

/**
 * Takes out a company that was entered by mistake: nobody is or was there, nothing stands below it, and no record
 * points to it. One with a past stays, since the past is other people's. Undone as one.
 */
export async function deleteCompany(ctx: Ctx, input: unknown): Promise<Id<"change_set">> {
  const { companyId } = companyRefInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  const company = await holdCompany(ctx, companyId);
  const held = await whatHolds(ctx, companyId);
  if (held) throw conflict(held);

  const changeSetId = await openChangeSet(ctx, "company.deleted", { name: company.name });
  await removeRemembered(ctx, { table: "company_domain", where: sql`t.company_id = ${companyId}`, changeSetId });
  await removeRemembered(ctx, { table: "company", where: sql`t.id = ${companyId}`, changeSetId });
  await recordChange(ctx, {
    action: "company.deleted",
    subjectType: "company",
    subjectId: companyId,
    changeSetId,
    before: { name: company.name },
    after: null,
  });
  await appendFact(ctx, "people.company-deleted", { changeSetId, companyId }, { changeSetId });
  return changeSetId;
}

async function whatHolds(ctx: Ctx, companyId: Id<"company">): Promise<string | null> {
  const { rows } = await sql<{ people: boolean; children: boolean; records: boolean }>`
    select
      exists (select from affiliation where tenant_id = ${ctx.tenant.id} and company_id = ${companyId}) as people,
      exists (select from company where tenant_id = ${ctx.tenant.id} and parent_id = ${companyId}) as children,
      exists (select from field f join field_entry e on e.tenant_id = f.tenant_id and e.field_id = f.id
        where f.tenant_id = ${ctx.tenant.id} and f.type = 'relation' and e.key = ${companyId}) as records`.execute(
    ctx.db,
  );
  const [held] = rows;
  if (held?.people) return "people.company-has-people";
  if (held?.children) return "people.company-has-children";
  return held?.records ? "people.company-in-use" : null;
}
