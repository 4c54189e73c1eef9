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
