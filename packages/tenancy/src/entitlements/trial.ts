import type { Ctx } from "@guildhall/db";
import { onFact, scheduleFact } from "@guildhall/jobs";
import { entitlementKeys, trialAllowance } from "./plans.ts";

const day = 86_400_000;
const trialDays = 14;
/** Days before its end at which a hall is reminded of it. */
const reminders = [3, 1] as const;

export function trialEnd(now: Date): Date {
  return new Date(now.getTime() + trialDays * day);
}

/** Lets a hall use all that a trial allows until `endsAt`, and has its end announced and happen on the hall's own clock. */
export async function grantTrial(ctx: Ctx, endsAt: Date): Promise<void> {
  const tenantId = ctx.tenant.id;
  await ctx.db
    .insertInto("entitlement")
    .values(
      entitlementKeys.map((key) => ({
        tenant_id: tenantId,
        key,
        amount: trialAllowance[key],
        source: "trial",
        until: endsAt,
      })),
    )
    .execute();
  for (const days of reminders) {
    const dueAt = new Date(endsAt.getTime() - days * day);
    await scheduleFact(ctx, `trial-end-neared:${days}`, "tenancy.trial-end-neared", { tenantId, days }, dueAt);
  }
  await scheduleFact(ctx, "trial-ended", "tenancy.trial-ended", { tenantId }, endsAt);
}

/** What the trial allowed has run out by itself; this takes it off the books. */
export const takeTrialBack = onFact(["tenancy.trial-ended"], {
  name: "tenancy.take-trial-back",
  handle: async (ctx) => {
    await ctx.db
      .deleteFrom("entitlement")
      .where("source", "=", "trial")
      .where("until", "<=", ctx.clock.now())
      .execute();
  },
});

/** Days left of a trial, begun ones counted, as its banner says them; null where none is to be mentioned. */
export function trialDaysLeft(trialEndsAt: Date | null, now: Date): number | null {
  if (!trialEndsAt) return null;
  const left = Math.ceil((trialEndsAt.getTime() - now.getTime()) / day);
  return left > reminders[0] || left < -trialDays ? null : Math.max(0, left);
}
