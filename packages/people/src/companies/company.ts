import { type Id, idSchema, lineSchema, textSchema } from "@guildhall/core";
import { z } from "zod";
import { fieldChangesSchema } from "../people/person.ts";
import { domainSchema } from "./domain.ts";

export interface NamedCompany {
  readonly id: Id<"company">;
  readonly name: string;
}

/** What is left empty is not there. Takes its own output again. */
const orNothing = <Output>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .nullable()
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable());

const companyNameSchema = lineSchema(200, { empty: "people.company-name-missing" });

/** An address on the web; https where no scheme is written. */
const websiteSchema = lineSchema(500)
  .transform((text) => (/^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`))
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? "") && text.length <= 500, {
    error: "people.field-url-malformed",
  });

export const companyChangesSchema = z
  .object({
    name: companyNameSchema,
    website: orNothing(websiteSchema),
    ownerPersonId: orNothing(idSchema("person")),
    note: orNothing(textSchema(4_000)),
    fields: fieldChangesSchema,
  })
  .partial();
export type CompanyChanges = z.output<typeof companyChangesSchema>;

export const editCompanyInput = z.object({
  companyId: idSchema("company"),
  changes: companyChangesSchema,
  /** What stood there when the change was thought of; somebody else's change since is a conflict. */
  expected: companyChangesSchema.optional(),
});

export const createCompanyInput = z.object({
  name: companyNameSchema,
  website: orNothing(websiteSchema).default(null),
  parentId: orNothing(idSchema("company")).default(null),
  ownerPersonId: orNothing(idSchema("person")).default(null),
  note: orNothing(textSchema(4_000)).default(null),
  domain: orNothing(domainSchema).default(null),
  fields: fieldChangesSchema.default({}),
});

export const setParentInput = z.object({
  companyId: idSchema("company"),
  parentId: orNothing(idSchema("company")).default(null),
  /** Under which it stood when the move was thought of; somebody else's move since is a conflict. */
  expectedParentId: orNothing(idSchema("company")).optional(),
});

export const addDomainInput = z.object({
  companyId: idSchema("company"),
  domain: domainSchema,
  /** Whether everybody who is here with such an address joins the company at once. */
  joinPeople: z.boolean().default(false),
});

export const removeDomainInput = z.object({ companyId: idSchema("company"), domainId: idSchema("company_domain") });

export const companyRefInput = z.object({ companyId: idSchema("company") });
