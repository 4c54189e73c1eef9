import { createHash } from "node:crypto";
import type { Ctx } from "@guildhall/db";
import { type Channel, type ChannelAddress, channelAddressSchema } from "../addresses/address.ts";

/** How an address stands on the list once its owner was forgotten: recognised when it is written again, readable no more. */
export function forgottenAddress(channel: Channel, address: string): string {
  return `sha256:${createHash("sha256").update(`suppression:${channel}:${address}`).digest("hex")}`;
}

/**
 * Forgets what was said about an address. Consent goes, and none means no. That it must get nothing more stays, without
 * the address itself: forgetting somebody must not mean writing to them again.
 */
export async function forgetAddress(ctx: Ctx, to: ChannelAddress): Promise<void> {
  const { channel, address } = channelAddressSchema.parse(to);
  await ctx.db.deleteFrom("consent").where("channel", "=", channel).where("address", "=", address).execute();
  const row = await ctx.db
    .deleteFrom("suppression")
    .where("channel", "=", channel)
    .where("address", "=", address)
    .returningAll()
    .executeTakeFirst();
  if (!row) return;
  await ctx.db
    .insertInto("suppression")
    .values({ ...row, address: forgottenAddress(channel, address) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
