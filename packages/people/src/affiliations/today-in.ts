import type { Ctx } from "@guildhall/db";

/** The day that it is in the hall, by its own clock: "2026-03-02". */
export function todayIn(ctx: Ctx): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ctx.tenant.timeZone }).format(ctx.clock.now());
}
