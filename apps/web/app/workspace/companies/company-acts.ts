import { addDomain, removeDomain, tagCompany, untagCompany } from "@guildhall/people";
import { addDomainInput, removeDomainInput } from "@guildhall/people/schemas";
import { type Act, actOf } from "../../server/acts.ts";
import { tagForm, untagForm } from "../tags/tag-forms.ts";

export const addDomainAct: Act<"company"> = actOf(addDomainInput.omit({ companyId: true }), (ctx, companyId, wanted) =>
  addDomain(ctx, { companyId, ...wanted }),
);

/** What else can be done on a company's page, each by its own small form. */
export const companyActs: Readonly<Record<string, Act<"company">>> = {
  "remove-domain": actOf(removeDomainInput.omit({ companyId: true }), (ctx, companyId, { domainId }) =>
    removeDomain(ctx, { companyId, domainId }),
  ),
  tag: actOf(tagForm, (ctx, companyId, { tag }) => tagCompany(ctx, { companyId, names: [tag] })),
  untag: actOf(untagForm, (ctx, companyId, { tagId }) => untagCompany(ctx, { companyId, tagIds: [tagId] })),
};
