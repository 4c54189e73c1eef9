import { type Id, type Locale, notFound, type PageOf } from "@guildhall/core";
import { type Database, keyset } from "@guildhall/db";
import { sql } from "kysely";
import type { z } from "zod";
import type { tenantSearch } from "./tenant-search.ts";

/** A hall as the operator of the installation sees it: what it is, not what is in it. */
export interface OperatedTenant {
  readonly id: Id<"tenant">;
  readonly slug: string;
  readonly name: string;
  readonly accent: string | null;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly status: "active" | "suspended";
  readonly trialEndsAt: Date | null;
  readonly closesAt: Date | null;
  readonly createdAt: Date;
}

const columns = [
  "id",
  "slug",
  "name",
  "accent",
  "locale",
  "time_zone as timeZone",
  "status",
  "trial_ends_at as trialEndsAt",
  "closes_at as closesAt",
  "created_at as createdAt",
] as const;

/** The halls of the installation, newest first. */
export function listTenants(
  database: Database,
  { q, status, ...page }: z.output<typeof tenantSearch>,
): Promise<PageOf<OperatedTenant>> {
  return database.withPlatform(
    "operate",
    (db) => {
      let tenants = db.selectFrom("tenant").select(columns);
      if (q) {
        const part = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
        tenants = tenants.where((where) => where.or([where("slug", "ilike", part), where("name", "ilike", part)]));
      }
      if (status === "closing") tenants = tenants.where("closes_at", "is not", null);
      else if (status !== "all") tenants = tenants.where("status", "=", status);
      return keyset(tenants, page, {
        columns: ["createdAt", "id"],
        direction: "desc",
        references: { createdAt: "created_at" },
      });
    },
    { readOnly: true },
  );
}

/** One hall; not found where there is none. */
export async function getTenant(database: Database, id: Id<"tenant">): Promise<OperatedTenant> {
  const tenant = await database.withPlatform(
    "operate",
    (db) => db.selectFrom("tenant").select(columns).where("id", "=", id).executeTakeFirst(),
    { readOnly: true },
  );
  if (!tenant) throw notFound();
  return tenant;
}

export interface TenantFigures {
  readonly total: number;
  readonly suspended: number;
  readonly closing: number;
  readonly onTrial: number;
  readonly newThisWeek: number;
}

/** How many halls there are, and how they stand at `now`. */
export async function countTenants(database: Database, now: Date): Promise<TenantFigures> {
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000);
  return database.withPlatform(
    "operate",
    (db) =>
      db
        .selectFrom("tenant")
        .select([
          sql<number>`count(*)::int`.as("total"),
          sql<number>`(count(*) filter (where status = 'suspended'))::int`.as("suspended"),
          sql<number>`(count(*) filter (where closes_at is not null))::int`.as("closing"),
          sql<number>`(count(*) filter (where trial_ends_at > ${now}))::int`.as("onTrial"),
          sql<number>`(count(*) filter (where created_at > ${weekAgo}))::int`.as("newThisWeek"),
        ])
        .executeTakeFirstOrThrow(),
    { readOnly: true },
  );
}
