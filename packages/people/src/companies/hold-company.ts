import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** A company for a change, held until the transaction ends. */
export async function holdCompany(ctx: Ctx, companyId: Id<"company">) {
  const company = await ctx.db
    .selectFrom("company")
    .selectAll()
    .where("id", "=", companyId)
    .forUpdate()
    .executeTakeFirst();
  if (!company) throw notFound();
  return company;
}

export type HeldCompany = Awaited<ReturnType<typeof holdCompany>>;
