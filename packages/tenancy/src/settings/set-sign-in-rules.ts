import { conflict, forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { changeSettings } from "./change-settings.ts";
import { holdSettings } from "./settings.queries.ts";
import { signInRulesInput } from "./settings.ts";

/**
 * Whether the staff must sign in with a second factor. Who asks it of everybody has one, so that nobody locks
 * themselves out (`tenancy.second-factor-first`).
 */
export async function setSignInRules(
  ctx: Ctx,
  input: unknown,
  { hasSecondFactor }: { hasSecondFactor: boolean },
): Promise<void> {
  const { requiresSecondFactor } = signInRulesInput.parse(input);
  if (!ctx.actor.can("settings.edit")) throw forbidden();
  const before = await holdSettings(ctx);
  if (requiresSecondFactor && !before.requiresSecondFactor && !hasSecondFactor)
    throw conflict("tenancy.second-factor-first", {}, { requiresSecondFactor: "tenancy.second-factor-first" });
  await changeSettings(ctx, before, { requiresSecondFactor }, "settings.sign-in-changed");
}
