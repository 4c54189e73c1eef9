import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { changeFieldValues, fieldImage } from "../fields/change-field-values.ts";
import { requireOwner } from "../people/edit-person.ts";
import { sortName } from "../people/sort-name.ts";
import { addDomain } from "./add-domain.ts";
import { companyPolicy } from "./company.policy.ts";
import { createCompanyInput } from "./company.ts";
import { placeUnder } from "./set-parent.ts";

/** Adds a company; with a domain, whoever is here with such an address joins it. */
export async function createCompany(ctx: Ctx, input: unknown): Promise<Id<"company">> {
  const { name, website, parentId, note, domain, fields, ...wanted } = createCompanyInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  const ownerPersonId = wanted.ownerPersonId && (await requireOwner(ctx, wanted.ownerPersonId));
  const own = await changeFieldValues(ctx, { subject: "company", current: {}, changes: fields, isNew: true });

  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto("company")
    .values({
      tenant_id: ctx.tenant.id,
      name,
      sort_name: sortName({ fullName: name }),
      website,
      owner_person_id: ownerPersonId,
      note,
      fields: JSON.stringify(own.values),
      created_at: now,
      updated_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (parentId) await placeUnder(ctx, id, parentId);
  await recordChange(ctx, {
    action: "company.created",
    subjectType: "company",
    subjectId: id,
    before: null,
    after: { name, website, parentId, ownerPersonId, note, ...fieldImage(own.changed, own.values) },
  });
  await appendFact(ctx, "people.company-created", { companyId: id, changeSetId: null });
  if (domain) await addDomain(ctx, { companyId: id, domain, joinPeople: true });
  return id;
}
