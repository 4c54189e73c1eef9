import type { Ctx } from "@guildhall/db";
import { type FactName, type FactPayload, parseFact } from "@guildhall/facts";

/**
 * Lets a fact happen at `dueAt` by the tenant's clock. `key` is the caller's own name for it in this tenant: scheduling
 * it again moves it, and changes what it will say.
 */
export async function scheduleFact<Name extends FactName>(
  ctx: Ctx,
  key: string,
  name: Name,
  payload: FactPayload<Name>,
  dueAt: Date,
): Promise<void> {
  const values = {
    name,
    payload: JSON.stringify(parseFact(name, payload)),
    due_at: dueAt,
    attempts: 0,
    retry_at: null,
    last_error: null,
  };
  await ctx.db
    .insertInto("scheduled_fact")
    .values({ tenant_id: ctx.tenant.id, key, ...values })
    .onConflict((conflict) => conflict.columns(["tenant_id", "key"]).doUpdateSet(values))
    .execute();
}

/** Takes a scheduled fact back; true if it had not happened yet. */
export async function cancelFact(ctx: Ctx, key: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.db.deleteFrom("scheduled_fact").where("key", "=", key).executeTakeFirst();
  return numDeletedRows > 0n;
}
