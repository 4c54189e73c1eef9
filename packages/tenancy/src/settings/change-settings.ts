import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "../audit/record-change.ts";
import type { HallSettings } from "./settings.ts";

const columns = {
  name: "name",
  locale: "locale",
  timeZone: "time_zone",
  accent: "accent",
  requiresSecondFactor: "requires_second_factor",
  logoFileId: "logo_file_id",
} as const;
type Field = keyof typeof columns;
type SettingsChange = Partial<Pick<HallSettings, Field>>;

/** Writes what differs from `before`, with its audit entry and fact; nothing where nothing does. */
export async function changeSettings(
  ctx: Ctx,
  before: HallSettings,
  wanted: SettingsChange,
  action: "settings.changed" | "settings.sign-in-changed" | "settings.branding-changed",
): Promise<void> {
  const fields = (Object.keys(columns) as Field[]).filter(
    (field) => wanted[field] !== undefined && wanted[field] !== before[field],
  );
  if (fields.length === 0) return;
  await ctx.db
    .updateTable("tenant")
    .set(Object.fromEntries(fields.map((field) => [columns[field], wanted[field]])))
    .where("id", "=", ctx.tenant.id)
    .execute();
  const image = (of: SettingsChange) => Object.fromEntries(fields.map((field) => [field, of[field]]));
  await recordChange(ctx, {
    action,
    subjectType: "tenant",
    subjectId: ctx.tenant.id,
    before: image(before),
    after: image(wanted),
  });
  await appendFact(ctx, "tenancy.settings-changed", { tenantId: ctx.tenant.id, fields });
}
