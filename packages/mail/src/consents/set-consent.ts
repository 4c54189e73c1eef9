import type { Ctx } from "@guildhall/db";
import { type Consent, type SetConsentInput, setConsentInput } from "./consent.ts";

/** Notes what the owner of an address agreed to, or took back. The latest word stands. */
export async function setConsent(ctx: Ctx, input: SetConsentInput): Promise<Consent> {
  const { channel, address, purpose, granted, source } = setConsentInput.parse(input);
  const word = { granted, source, changed_at: ctx.clock.now() };
  await ctx.db
    .insertInto("consent")
    .values({ tenant_id: ctx.tenant.id, channel, address, purpose, ...word })
    .onConflict((conflict) => conflict.columns(["tenant_id", "channel", "address", "purpose"]).doUpdateSet(word))
    .execute();
  return { purpose, granted, source, changedAt: word.changed_at };
}
