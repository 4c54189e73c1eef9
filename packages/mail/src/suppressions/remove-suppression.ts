import type { Ctx } from "@guildhall/db";
import { type ChannelAddress, channelAddressSchema } from "../addresses/address.ts";

/** Takes an address off the list: somebody mended the mailbox, or changed their mind. False if it was not on it. */
export async function removeSuppression(ctx: Ctx, to: ChannelAddress): Promise<boolean> {
  const { channel, address } = channelAddressSchema.parse(to);
  const { numDeletedRows } = await ctx.db
    .deleteFrom("suppression")
    .where("channel", "=", channel)
    .where("address", "=", address)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
