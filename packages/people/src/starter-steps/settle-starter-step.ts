import { forbidden, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { starterStepSchema } from "./starter-step.ts";

/** Remembers, for the actor alone, that a first step is done, or not wanted. */
export async function settleStarterStep(ctx: Ctx, step: unknown, settled: "done" | "dismissed"): Promise<void> {
  await settle(ctx, [starterStepSchema.parse(step)], settled);
}

/** Puts the whole list away, for the actor alone. */
export async function dismissStarterSteps(ctx: Ctx): Promise<void> {
  await settle(ctx, starterStepSchema.options, "dismissed");
}

/** Brings back what the actor put away. */
export async function restoreStarterSteps(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom("starter_step")
    .where("person_id", "=", personOf(ctx))
    .where("settled", "=", "dismissed")
    .execute();
}

async function settle(ctx: Ctx, steps: readonly string[], settled: "done" | "dismissed"): Promise<void> {
  const at = { settled, settled_at: ctx.clock.now() };
  await ctx.db
    .insertInto("starter_step")
    .values(steps.map((step) => ({ tenant_id: ctx.tenant.id, person_id: personOf(ctx), step, ...at })))
    .onConflict((conflict) => conflict.columns(["tenant_id", "person_id", "step"]).doUpdateSet(at))
    .execute();
}

function personOf({ actor }: Ctx): Id<"person"> {
  if (actor.kind !== "person") throw forbidden();
  return actor.personId;
}
