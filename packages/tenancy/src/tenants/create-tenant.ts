import { conflict, type Id, localeSchema, newId, systemActor, systemClock } from "@guildhall/core";
import { type Ctx, type Database, type Tenant, violates } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { z } from "zod";
import { slugSchema, timeZoneSchema } from "./tenant.ts";

const createTenantInput = z.object({
  slug: slugSchema,
  name: z.string().trim().min(1).max(200),
  locale: localeSchema.default("en"),
  timeZone: timeZoneSchema.default("UTC"),
});

/**
 * Makes a tenant, and whatever `furnish` puts into it, in one transaction. Of two at once for one slug, one gets it and
 * the other is told.
 */
export async function createTenant(
  database: Database,
  input: unknown,
  furnish: (ctx: Ctx) => Promise<void> = async () => undefined,
): Promise<Id<"tenant">> {
  const { slug, name, locale, timeZone } = createTenantInput.parse(input);
  const tenant: Tenant = { id: newId(), slug, name, locale, timeZone, accent: null };
  const scope = { tenant, actor: systemActor, clock: systemClock, locale, requestId: null };
  try {
    await database.withTenant(scope, async (ctx) => {
      await ctx.db
        .insertInto("tenant")
        .values({ id: tenant.id, slug, name, locale, time_zone: timeZone, created_at: ctx.clock.now() })
        .execute();
      await appendFact(ctx, "tenancy.tenant-created", { tenantId: tenant.id });
      await furnish(ctx);
    });
  } catch (error) {
    throw violates(error, "tenant_slug_key")
      ? conflict("tenancy.slug-taken", {}, { slug: "tenancy.slug-taken" })
      : error;
  }
  return tenant.id;
}
