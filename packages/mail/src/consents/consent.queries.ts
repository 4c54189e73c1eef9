import type { Ctx } from "@guildhall/db";
import { type ChannelAddress, channelAddressSchema } from "../addresses/address.ts";
import { type ConsentPurpose, consentPurposeSchema, consentPurposes } from "../purpose.ts";
import type { Consent } from "./consent.ts";

/** Whether the owner of this address agreed to be written to for `purpose`, and has not taken it back. */
export async function hasConsent(ctx: Ctx, to: ChannelAddress, purpose: ConsentPurpose): Promise<boolean> {
  const { channel, address } = channelAddressSchema.parse(to);
  const row = await ctx.db
    .selectFrom("consent")
    .select("granted")
    .where("channel", "=", channel)
    .where("address", "=", address)
    .where("purpose", "=", purpose)
    .executeTakeFirst();
  return row?.granted ?? false;
}

/** What was said about this address, a purpose at most once; nothing said means no. */
export async function listConsents(ctx: Ctx, to: ChannelAddress): Promise<readonly Consent[]> {
  const { channel, address } = channelAddressSchema.parse(to);
  const rows = await ctx.db
    .selectFrom("consent")
    .select(["purpose", "granted", "source", "changed_at"])
    .where("channel", "=", channel)
    .where("address", "=", address)
    .where("purpose", "in", consentPurposes)
    .orderBy("purpose")
    .execute();
  return rows.map(({ purpose, changed_at, ...word }) => ({
    ...word,
    purpose: consentPurposeSchema.parse(purpose),
    changedAt: changed_at,
  }));
}
