import type { Ctx } from "@guildhall/db";
import { type AddSuppressionInput, addSuppressionInput } from "./suppression.ts";

/** Puts an address on the tenant's list; false if it stood there already, for whatever reason. */
export async function addSuppression(ctx: Ctx, input: AddSuppressionInput): Promise<boolean> {
  const { channel, address, reason } = addSuppressionInput.parse(input);
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("suppression")
    .values({ tenant_id: ctx.tenant.id, channel, address, reason, created_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
