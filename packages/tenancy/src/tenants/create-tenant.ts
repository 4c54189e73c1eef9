import { conflict, type Id, idSchema, localeSchema, newId, systemActor, systemClock } from "@guildhall/core";
import { type Ctx, type Database, type Tenant, violates } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { z } from "zod";
import { grantTrial, trialEnd } from "../entitlements/trial.ts";
import { slugSchema, tenantNameSchema, timeZoneSchema } from "./tenant.ts";

const createTenantInput = z.object({
  /** Chosen before by whoever must be able to ask twice and get one. */
  id: idSchema("tenant").default(() => newId<"tenant">()),
  slug: slugSchema,
  name: tenantNameSchema,
  locale: localeSchema.default("en"),
  timeZone: timeZoneSchema.default("UTC"),
  /** Whether it begins with days in which everything may be used. */
  trial: z.boolean().default(false),
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
  const { id, slug, name, locale, timeZone, trial } = createTenantInput.parse(input);
  const tenant: Tenant = { id, slug, name, locale, timeZone, accent: null };
  const scope = { tenant, actor: systemActor, clock: systemClock, locale, requestId: null };
  try {
    await database.withTenant(scope, async (ctx) => {
      const now = ctx.clock.now();
      const endsAt = trial ? trialEnd(now) : null;
      await ctx.db
        .insertInto("tenant")
        .values({ id, slug, name, locale, time_zone: timeZone, created_at: now, trial_ends_at: endsAt })
        .execute();
      if (endsAt) await grantTrial(ctx, endsAt);
      await appendFact(ctx, "tenancy.tenant-created", { tenantId: id });
      await furnish(ctx);
    });
  } catch (error) {
    throw violates(error, "tenant_slug_key")
      ? conflict("tenancy.slug-taken", {}, { slug: "tenancy.slug-taken" })
      : error;
  }
  return id;
}
