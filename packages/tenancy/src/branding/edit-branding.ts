import { conflict, forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { ReceivedFile } from "@guildhall/files";
import { entitled } from "../entitlements/entitlements.ts";
import { keepFile } from "../entitlements/keep-file.ts";
import { changeSettings } from "../settings/change-settings.ts";
import { holdSettings } from "../settings/settings.queries.ts";
import { editBrandingInput } from "./branding.ts";

/**
 * Dresses the hall: a colour, and a logo out of received bytes. A former logo stays, since history names it. Needs a
 * plan with branding (`tenancy.plan-lacks-branding`); what a hall wears it may keep or take off with any.
 */
export async function editBranding(ctx: Ctx, input: unknown, logo: ReceivedFile | null = null): Promise<void> {
  const { accent, plainAccent, removeLogo } = editBrandingInput.parse(input);
  if (!ctx.actor.can("settings.edit")) throw forbidden();
  const before = await holdSettings(ctx);
  const worn = plainAccent ? null : (accent ?? before.accent);
  const dresses = logo !== null || (worn !== null && worn !== before.accent);
  if (dresses && !(await entitled(ctx, "branding"))) throw conflict("tenancy.plan-lacks-branding");
  const file = logo && (await keepFile(ctx, logo, { type: "tenant", id: ctx.tenant.id }));
  const logoFileId = file ? file.id : removeLogo ? null : before.logoFileId;
  await changeSettings(ctx, before, { accent: worn, logoFileId }, "settings.branding-changed");
}
