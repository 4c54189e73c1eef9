import { conflict, forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { z } from "zod";
import { recordChange } from "../audit/record-change.ts";

const setTestClockInput = z.object({ at: z.coerce.date().nullable() });

/**
 * Puts the tenant on a clock that stands at `at`, or moves it on; null goes back to real time. It never goes backwards:
 * what has happened would lie in the future. For tenants that try things out, and for tests.
 */
export async function setTestClock(ctx: Ctx, input: unknown): Promise<void> {
  const { at } = setTestClockInput.parse(input);
  if (!ctx.actor.can("tenant.own")) throw forbidden();
  const before = await ctx.db
    .selectFrom("tenant")
    .select("test_clock_at")
    .where("id", "=", ctx.tenant.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (at && before.test_clock_at && at < before.test_clock_at) throw conflict("tenancy.clock-backwards");
  await ctx.db.updateTable("tenant").set({ test_clock_at: at }).where("id", "=", ctx.tenant.id).execute();
  await recordChange(ctx, {
    action: "tenant.clock-set",
    subjectType: "tenant",
    subjectId: ctx.tenant.id,
    before: { testClockAt: before.test_clock_at },
    after: { testClockAt: at },
  });
}
