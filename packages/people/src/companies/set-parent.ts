import { type Id, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { refuseOvertaken } from "../fields/refuse-overtaken.ts";
import { companyPolicy } from "./company.policy.ts";
import { setParentInput } from "./company.ts";
import { holdHierarchy, upFrom } from "./hierarchy.ts";
import { holdCompany } from "./hold-company.ts";

/**
 * Puts a company under another one, or on its own. Never under itself, however far up (`people.company-circle`), nor over
 * a move that somebody else made since (`people.company-changed-meanwhile`).
 */
export async function setParent(ctx: Ctx, input: unknown): Promise<void> {
  const { companyId, parentId, expectedParentId } = setParentInput.parse(input);
  companyPolicy.require(ctx.actor, "edit", null);
  if (parentId) await holdHierarchy(ctx);
  const company = await holdCompany(ctx, companyId);
  const expected = { fields: {}, ...(expectedParentId !== undefined && { parentId: expectedParentId }) };
  const current = { plain: { parentId: company.parent_id }, fields: {} };
  refuseOvertaken(current, expected, "people.company-changed-meanwhile");
  if (company.parent_id === parentId) return;
  if (parentId) await requireOutside(ctx, companyId, parentId);
  await ctx.db
    .updateTable("company")
    .set({ parent_id: parentId, updated_at: ctx.clock.now() })
    .where("id", "=", companyId)
    .execute();
  await recordChange(ctx, {
    action: "company.moved",
    subjectType: "company",
    subjectId: companyId,
    before: { parent: await nameOf(ctx, company.parent_id) },
    after: { parent: await nameOf(ctx, parentId) },
  });
  await appendFact(ctx, "people.company-updated", { companyId, fields: ["parent"] });
}

/** The same for a company that has just been made, and so has nobody below it. */
export async function placeUnder(ctx: Ctx, companyId: Id<"company">, parentId: Id<"company">): Promise<void> {
  if ((await nameOf(ctx, parentId)) === null) throw invalid("people.company-gone", { parentId: "people.company-gone" });
  await ctx.db.updateTable("company").set({ parent_id: parentId }).where("id", "=", companyId).execute();
}

async function requireOutside(ctx: Ctx, companyId: Id<"company">, parentId: Id<"company">): Promise<void> {
  const up = await upFrom(ctx, parentId);
  if (up.length === 0) throw invalid("people.company-gone", { parentId: "people.company-gone" });
  if (up.includes(companyId)) throw invalid("people.company-circle", { parentId: "people.company-circle" });
}

async function nameOf(ctx: Ctx, companyId: Id<"company"> | null): Promise<string | null> {
  if (!companyId) return null;
  const row = await ctx.db.selectFrom("company").select("name").where("id", "=", companyId).executeTakeFirst();
  return row?.name ?? null;
}
