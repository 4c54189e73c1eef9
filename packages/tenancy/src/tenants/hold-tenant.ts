import type { Ctx } from "@guildhall/db";

/**
 * Holds the hall's row until the transaction ends, for what has to be counted before it may grow or shrink. Rows that
 * point to the hall can still be written meanwhile. Taken before any other lock.
 */
export async function holdTenant(ctx: Ctx): Promise<void> {
  await ctx.db
    .selectFrom("tenant")
    .select("id")
    .where("id", "=", ctx.tenant.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}
