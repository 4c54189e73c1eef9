import type { Page, PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { type Channel, type ChannelAddress, channelAddressSchema } from "../addresses/address.ts";
import type { Suppression } from "./suppression.ts";

export async function isSuppressed(ctx: Ctx, to: ChannelAddress): Promise<boolean> {
  const { channel, address } = channelAddressSchema.parse(to);
  const row = await ctx.db
    .selectFrom("suppression")
    .select("address")
    .where("channel", "=", channel)
    .where("address", "=", address)
    .executeTakeFirst();
  return row !== undefined;
}

/** The suppressed addresses of a channel, in alphabetical order: keyset pages along the primary key. */
export async function listSuppressions(ctx: Ctx, channel: Channel, page: Page): Promise<PageOf<Suppression>> {
  const found = await keyset(
    ctx.db
      .selectFrom("suppression")
      .select(["channel", "address", "reason", "created_at"])
      .where("channel", "=", channel),
    page,
    { columns: ["address"], direction: "asc" },
  );
  return { ...found, rows: found.rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at })) };
}
