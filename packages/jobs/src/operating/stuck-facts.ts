import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Database, keyset } from "@guildhall/db";

/** A fact whose moment came by its tenant's clock, and that could not happen so far. */
export interface StuckFact {
  readonly tenantId: Id<"tenant">;
  readonly tenantSlug: string;
  readonly key: string;
  readonly name: string;
  readonly dueAt: Date;
  readonly attempts: number;
  readonly retryAt: Date | null;
  readonly lastError: string | null;
}

/** Those of the whole installation, the longest overdue first. */
export function listStuckFacts(database: Database, page: Page): Promise<PageOf<StuckFact>> {
  return database.withPlatform(
    "operate",
    (db) =>
      keyset(
        db
          .selectFrom("scheduled_fact")
          .innerJoin("tenant", "tenant.id", "scheduled_fact.tenant_id")
          .select([
            "scheduled_fact.tenant_id as tenantId",
            "tenant.slug as tenantSlug",
            "scheduled_fact.key",
            "scheduled_fact.name",
            "due_at as dueAt",
            "attempts",
            "retry_at as retryAt",
            "last_error as lastError",
          ])
          .where("attempts", ">", 0),
        page,
        {
          columns: ["dueAt", "tenantId", "key"],
          direction: "asc",
          references: { dueAt: "due_at", tenantId: "scheduled_fact.tenant_id", key: "scheduled_fact.key" },
        },
      ),
    { readOnly: true },
  );
}

/** Lets a stuck fact be tried at once; `jobs.scheduled-gone` when it has happened or was cancelled. */
export async function retryStuckFact(
  database: Database,
  { tenantId, key }: { tenantId: Id<"tenant">; key: string },
): Promise<void> {
  const { numUpdatedRows } = await database.withPlatform("operate", (db) =>
    db
      .updateTable("scheduled_fact")
      .set({ retry_at: null })
      .where("tenant_id", "=", tenantId)
      .where("key", "=", key)
      .where("attempts", ">", 0)
      .executeTakeFirst(),
  );
  if (numUpdatedRows === 0n) throw notFound("jobs.scheduled-gone");
}
