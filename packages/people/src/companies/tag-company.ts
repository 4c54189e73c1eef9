import { invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { settleTags } from "../tags/settle-tags.ts";
import { mostTags, tagCompanyInput, untagCompanyInput } from "../tags/tag.ts";
import { tagNames } from "../tags/tag-names.ts";
import { companyPolicy } from "./company.policy.ts";
import { type HeldCompany, holdCompany } from "./hold-company.ts";

/** Puts tags on a company by their names; those that the hall has not yet are made. What it has already stays. */
export async function tagCompany(ctx: Ctx, input: unknown): Promise<void> {
  const { companyId, names } = tagCompanyInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  const company = await holdCompany(ctx, companyId);
  const has = new Set(company.tag_ids);
  const added = (await settleTags(ctx, names)).filter((id) => !has.has(id));
  if (added.length === 0) return;
  if (has.size + added.length > mostTags) throw invalid("people.tags-many", { names: "people.tags-many" });
  await write(ctx, company, [...company.tag_ids, ...added]);
}

/** Takes tags off a company. Those it does not have are let be. */
export async function untagCompany(ctx: Ctx, input: unknown): Promise<void> {
  const { companyId, tagIds } = untagCompanyInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  const company = await holdCompany(ctx, companyId);
  const gone = new Set<string>(tagIds);
  const kept = company.tag_ids.filter((id) => !gone.has(id));
  if (kept.length < company.tag_ids.length) await write(ctx, company, kept);
}

async function write(ctx: Ctx, company: HeldCompany, tagIds: readonly string[]): Promise<void> {
  await ctx.db
    .updateTable("company")
    .set({ tag_ids: [...tagIds], updated_at: ctx.clock.now() })
    .where("id", "=", company.id)
    .execute();
  await recordChange(ctx, {
    action: "company.updated",
    subjectType: "company",
    subjectId: company.id,
    before: { tags: await tagNames(ctx, company.tag_ids) },
    after: { tags: await tagNames(ctx, tagIds) },
  });
  await appendFact(ctx, "people.company-updated", { companyId: company.id, fields: ["tags"] });
}
