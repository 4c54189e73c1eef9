import type { Ctx } from "@guildhall/db";
import { type EntitlementKey, freeFloor } from "./plans.ts";

/** Whether the tenant may use a feature, or any of what is counted, by its own clock. */
export async function entitled(ctx: Ctx, key: EntitlementKey): Promise<boolean> {
  const most = await limitOf(ctx, key);
  return most === null || most > 0;
}

/**
 * How much of `key` the tenant may use: the most generous of what every hall has and what was granted and has not run
 * out; null for no limit, 0 for none.
 */
export async function limitOf(ctx: Ctx, key: EntitlementKey): Promise<number | null> {
  const now = ctx.clock.now();
  const rows = await ctx.db
    .selectFrom("entitlement")
    .select("amount")
    .where("key", "=", key)
    .where((where) => where.or([where("until", "is", null), where("until", ">", now)]))
    .execute();
  const amounts = [freeFloor[key], ...rows.map(({ amount }) => amount)];
  return amounts.reduce((most, amount) => (most === null || amount === null ? null : Math.max(most, amount)));
}

interface Grant {
  readonly key: EntitlementKey;
  /** Null for as much as they like. */
  readonly amount: number | null;
  readonly source: "trial" | "plan" | "gift";
  readonly until: Date | null;
}

/** Grants `key` from a source, in the place of what that source granted before. */
export async function grantEntitlement(ctx: Ctx, { key, amount, source, until }: Grant): Promise<void> {
  await ctx.db
    .insertInto("entitlement")
    .values({ tenant_id: ctx.tenant.id, key, amount, source, until })
    .onConflict((conflict) => conflict.columns(["tenant_id", "key", "source"]).doUpdateSet({ amount, until }))
    .execute();
}
