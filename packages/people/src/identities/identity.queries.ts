import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { suppressedAmong } from "@guildhall/mail";
import { type ConsentPurpose, consentPurposeSchema, consentPurposes } from "@guildhall/mail/schemas";
import { channelOf } from "../consents/channel-of.ts";
import type { RecordIdentity } from "../people/person-record.ts";
import { type IdentityKind, identityKinds } from "./identity.ts";

/** What somebody is known by, over these records: addresses, numbers, then the rest; the one to use first. */
export async function listRecordIdentities(ctx: Ctx, ids: readonly Id<"person">[]): Promise<RecordIdentity[]> {
  const rows = await ctx.db
    .selectFrom("person_identity")
    .select(["id", "kind", "provider", "value", "source", "preferred"])
    .select(["verified_at as verifiedAt", "created_at as createdAt"])
    .where("person_id", "in", ids)
    .orderBy("preferred", "desc")
    .orderBy("created_at")
    .orderBy("id")
    .limit(200)
    .execute();
  const said = await consentsFor(
    ctx,
    rows.map(({ value }) => value),
  );
  const valuesOf = (kind: IdentityKind) => rows.flatMap((row) => (row.kind === kind ? [row.value] : []));
  const silent = {
    email: await suppressedAmong(ctx, "email", valuesOf("email")),
    sms: await suppressedAmong(ctx, "sms", valuesOf("phone")),
  };
  const places: readonly IdentityKind[] = identityKinds;
  return rows
    .toSorted((a, b) => places.indexOf(a.kind) - places.indexOf(b.kind))
    .map((row) => ({ row, channel: channelOf(row.kind) }))
    .map(({ row, channel }) => ({
      ...row,
      consents: channel ? (said.get(`${channel}:${row.value}`) ?? []) : [],
      suppressed: channel ? silent[channel].has(row.value) : false,
    }));
}

async function consentsFor(ctx: Ctx, addresses: readonly string[]) {
  const said = new Map<string, { purpose: ConsentPurpose; granted: boolean }[]>();
  if (addresses.length === 0) return said;
  const rows = await ctx.db
    .selectFrom("consent")
    .select(["channel", "address", "purpose", "granted"])
    .where("address", "in", addresses)
    .where("purpose", "in", consentPurposes)
    .orderBy("purpose")
    .execute();
  for (const { channel, address, purpose, granted } of rows) {
    const key = `${channel}:${address}`;
    said.set(key, [...(said.get(key) ?? []), { purpose: consentPurposeSchema.parse(purpose), granted }]);
  }
  return said;
}
