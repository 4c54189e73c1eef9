import type { Page, PageOf } from "@guildhall/core";
import { type Ctx, keyset } from "@guildhall/db";
import { type Channel, type ChannelAddress, channelAddressSchema } from "../addresses/address.ts";
import { forgottenAddress } from "./forget-address.ts";
import type { Suppression } from "./suppression.ts";

export async function isSuppressed(ctx: Ctx, to: ChannelAddress): Promise<boolean> {
  const { channel, address } = channelAddressSchema.parse(to);
  const row = await ctx.db
    .selectFrom("suppression")
    .select("address")
    .where("channel", "=", channel)
    .where("address", "in", [address, forgottenAddress(channel, address)])
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of these addresses that get nothing, whatever they agreed to; what is no address is never among them. */
export async function suppressedAmong(ctx: Ctx, channel: Channel, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const known = new Map(
    addresses.flatMap((address) => [address, forgottenAddress(channel, address)].map((key) => [key, address] as const)),
  );
  const rows = await ctx.db
    .selectFrom("suppression")
    .select("address")
    .where("channel", "=", channel)
    .where("address", "in", [...known.keys()])
    .execute();
  return new Set(rows.map(({ address }) => known.get(address) ?? address));
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
