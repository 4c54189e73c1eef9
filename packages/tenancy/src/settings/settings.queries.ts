import type { Ctx } from "@guildhall/db";
import type { HallSettings } from "./settings.ts";

/** How the hall is set now, whatever the request's own view of it says. */
export function getSettings(ctx: Ctx): Promise<HallSettings> {
  return settings(ctx).executeTakeFirstOrThrow();
}

/** The same, held until the transaction ends. */
export function holdSettings(ctx: Ctx): Promise<HallSettings> {
  return settings(ctx).forNoKeyUpdate().executeTakeFirstOrThrow();
}

function settings(ctx: Ctx) {
  return ctx.db
    .selectFrom("tenant")
    .select([
      "slug",
      "name",
      "locale",
      "time_zone as timeZone",
      "accent",
      "requires_second_factor as requiresSecondFactor",
      "logo_file_id as logoFileId",
    ])
    .where("id", "=", ctx.tenant.id);
}
