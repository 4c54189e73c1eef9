import type { Ctx } from "@guildhall/db";
import { listStaff } from "@guildhall/people";
import { createCompanyInput, type Field, fieldsFormSchema } from "@guildhall/people/schemas";

/** What a form asks of a company, with the hall's own fields among it. */
export function companyFormSchema(fields: readonly Field[]) {
  const { name, website, note, ownerPersonId } = createCompanyInput.shape;
  return fieldsFormSchema(fields).extend({ name, website, note, ownerPersonId });
}

/** The same for a new one, which also has a place and a domain. */
export function newCompanyFormSchema(fields: readonly Field[]) {
  const { parentId, domain } = createCompanyInput.shape;
  return companyFormSchema(fields).extend({ parentId, domain });
}

/** Who can look after a company. */
export async function listOwners(ctx: Ctx): Promise<readonly { value: string; label: string }[]> {
  const { rows } = await listStaff(ctx, { size: 200, cursor: null });
  return rows.map(({ personId, fullName }) => ({ value: personId, label: fullName }));
}
