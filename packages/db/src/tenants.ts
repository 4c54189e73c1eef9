import { type Clock, clockAt, type Id, type Locale, systemActor, systemClock } from "@guildhall/core";
import type { Kysely, SelectQueryBuilder } from "kysely";
import type { Scope, Tenant } from "./ctx.ts";
import type { DB } from "./schema.gen.ts";

/** A tenant and how its house stands: what a request or a handler needs to go in. */
export interface FoundTenant extends Tenant {
  readonly status: "active" | "suspended";
  /** The tenant's own: the wall's, or a test clock. */
  readonly clock: Clock;
}

/** Looks a tenant up by the slug in the address, in a platform transaction that may. */
export async function findTenantBySlug(platform: Kysely<DB>, slug: string): Promise<FoundTenant | null> {
  return asFound(await tenants(platform).where("slug", "=", slug).executeTakeFirst());
}

export async function findTenantById(platform: Kysely<DB>, id: Id<"tenant">): Promise<FoundTenant | null> {
  return asFound(await tenants(platform).where("id", "=", id).executeTakeFirst());
}

/** The scope in which the product itself works inside a tenant. */
export function systemScope({ clock, ...tenant }: FoundTenant): Scope {
  return { tenant, actor: systemActor, clock, locale: tenant.locale, requestId: null };
}

/** The clock of a tenant whose `test_clock_at` is this. */
export function tenantClock(testClockAt: Date | null): Clock {
  return testClockAt ? clockAt(testClockAt) : systemClock;
}

interface TenantRow {
  id: Id<"tenant">;
  slug: string;
  name: string;
  locale: Locale;
  time_zone: string;
  accent: string | null;
  status: "active" | "suspended";
  test_clock_at: Date | null;
}

function tenants(platform: Kysely<DB>): SelectQueryBuilder<DB, "tenant", TenantRow> {
  return platform
    .selectFrom("tenant")
    .select(["id", "slug", "name", "locale", "time_zone", "accent", "status", "test_clock_at"]);
}

function asFound(row: TenantRow | undefined): FoundTenant | null {
  if (!row) return null;
  const { time_zone, test_clock_at, ...tenant } = row;
  return { ...tenant, timeZone: time_zone, clock: tenantClock(test_clock_at) };
}
