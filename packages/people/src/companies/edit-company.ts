import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { changeFieldValues, fieldImage } from "../fields/change-field-values.ts";
import { readFieldValues } from "../fields/field-values.ts";
import { refuseOvertaken } from "../fields/refuse-overtaken.ts";
import { requireOwner } from "../people/edit-person.ts";
import { sortName } from "../people/sort-name.ts";
import { companyPolicy } from "./company.policy.ts";
import { type CompanyChanges, editCompanyInput } from "./company.ts";
import { type HeldCompany, holdCompany } from "./hold-company.ts";

/**
 * Changes what staff keep of a company: any of it, and nothing that is not named. Where somebody else has changed the
 * same value since, `people.company-changed-meanwhile` stands beside it.
 */
export async function editCompany(ctx: Ctx, input: unknown): Promise<void> {
  const { companyId, changes, expected = {} } = editCompanyInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  const company = await holdCompany(ctx, companyId);
  const current = { plain: plainOf(company), fields: readFieldValues(company.fields) };
  refuseOvertaken(current, expected, "people.company-changed-meanwhile");

  const plain = await changePlain(ctx, current.plain, changes);
  const own = await changeFieldValues(ctx, {
    subject: "company",
    current: current.fields,
    changes: changes.fields ?? {},
  });
  const plainNames = (["name", "website", "ownerPersonId", "note"] as const).filter(
    (name) => current.plain[name] !== plain[name],
  );
  const fields = [...plainNames, ...own.changed.map(({ id }) => `field:${id}`)];
  if (fields.length === 0) return;

  await ctx.db
    .updateTable("company")
    .set({
      name: plain.name,
      sort_name: sortName({ fullName: plain.name }),
      website: plain.website,
      owner_person_id: plain.ownerPersonId,
      note: plain.note,
      ...(own.changed.length > 0 && { fields: JSON.stringify(own.values) }),
      updated_at: ctx.clock.now(),
    })
    .where("id", "=", company.id)
    .execute();
  await recordChange(ctx, {
    action: "company.updated",
    subjectType: "company",
    subjectId: company.id,
    before: { ...current.plain, ...fieldImage(own.changed, current.fields) },
    after: { ...plain, ...fieldImage(own.changed, own.values) },
  });
  await appendFact(ctx, "people.company-updated", { companyId: company.id, fields });
}

type Plain = ReturnType<typeof plainOf>;

function plainOf({ name, website, owner_person_id, note }: HeldCompany) {
  return { name, website, ownerPersonId: owner_person_id, note };
}

async function changePlain(ctx: Ctx, current: Plain, { fields: _, ...changes }: CompanyChanges): Promise<Plain> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const next: Plain = { ...current, ...given };
  if (next.ownerPersonId !== null && next.ownerPersonId !== current.ownerPersonId)
    next.ownerPersonId = await requireOwner(ctx, next.ownerPersonId);
  return next;
}
