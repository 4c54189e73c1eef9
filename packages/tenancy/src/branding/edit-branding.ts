import { forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { type ReceivedFile, recordFile } from "@guildhall/files";
import { changeSettings, type SettingsChange } from "../settings/change-settings.ts";
import { holdSettings } from "../settings/settings.queries.ts";
import { editBrandingInput } from "./branding.ts";

/** Dresses the hall: colour, words of welcome, and a logo out of received bytes. A former logo stays, since history names it. */
export async function editBranding(ctx: Ctx, input: unknown, logo: ReceivedFile | null = null): Promise<void> {
  const { accent, plainAccent, welcomeTitle, welcomeText, removeLogo } = editBrandingInput.parse(input);
  if (!ctx.actor.can("settings.edit")) throw forbidden();
  const before = await holdSettings(ctx);
  const file = logo && (await recordFile(ctx, logo, { type: "tenant", id: ctx.tenant.id }));
  const wanted: SettingsChange = {
    accent: plainAccent ? null : accent,
    welcomeTitle,
    welcomeText,
    ...(file ? { logoFileId: file.id } : removeLogo && { logoFileId: null }),
  };
  await changeSettings(ctx, before, wanted, "settings.branding-changed");
}
