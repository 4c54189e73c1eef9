import { type Clock, clockAt, type Id, type Locale, systemActor, systemClock } from "@guildhall/core";
import type { Kysely, SelectQueryBuilder } from "kysely";
import type { Scope, Tenant } from "./ctx.ts";
import type { DB } from "./schema.gen.ts";

/** A tenant and how its house stands: what a request or a handler needs to go in. */
export interface FoundTenant extends Tenant {
  readonly status: "active" | "suspended";
  readonly trialEndsAt: Date | null;
  /** When a hall that its owner gave up goes for good. */
  readonly closesAt: Date | null;
  /** Whether its staff must sign in with a second factor. */
  readonly requiresSecondFactor: boolean;
  /** How customers become members: by themselves, once staff agree, or where they were invited. */
  readonly joining: "open" | "approval" | "invitation";
  readonly logoFileId: Id<"file"> | null;
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
export function systemScope(found: FoundTenant): Scope {
  return { tenant: tenantOf(found), actor: systemActor, clock: found.clock, locale: found.locale, requestId: null };
}

/** What everything inside a tenant needs to know of it. */
export function tenantOf({ id, slug, name, locale, timeZone, accent }: FoundTenant): Tenant {
  return { id, slug, name, locale, timeZone, accent };
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
  trial_ends_at: Date | null;
  closes_at: Date | null;
  requires_second_factor: boolean;
  joining: FoundTenant["joining"];
  logo_file_id: Id<"file"> | null;
}

function tenants(platform: Kysely<DB>): SelectQueryBuilder<DB, "tenant", TenantRow> {
  return platform
    .selectFrom("tenant")
    .select([
      "id",
      "slug",
      "name",
      "locale",
      "time_zone",
      "accent",
      "status",
      "test_clock_at",
      "trial_ends_at",
      "closes_at",
      "requires_second_factor",
      "joining",
      "logo_file_id",
    ]);
}

function asFound(row: TenantRow | undefined): FoundTenant | null {
  if (!row) return null;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    accent: row.accent,
    status: row.status,
    clock: tenantClock(row.test_clock_at),
    trialEndsAt: row.trial_ends_at,
    closesAt: row.closes_at,
    requiresSecondFactor: row.requires_second_factor,
    joining: row.joining,
    logoFileId: row.logo_file_id,
  };
}
