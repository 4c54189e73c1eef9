import { type Id, notFound, type Page, type PageOf } from "@guildhall/core";
import { type Database, keyset } from "@guildhall/db";
import { releaseFollowers } from "./release-followers.ts";

export interface FailedDelivery {
  readonly tenantId: Id<"tenant">;
  readonly tenantSlug: string;
  readonly factId: Id<"fact">;
  readonly handler: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
}

/** Deliveries that used up their tries and wait for the operator, oldest first. */
export async function listFailedDeliveries(database: Database, page: Page): Promise<PageOf<FailedDelivery>> {
  return database.withPlatform(
    "operate",
    (db) =>
      keyset(
        db
          .selectFrom("delivery")
          .innerJoin("tenant", "tenant.id", "delivery.tenant_id")
          .select([
            "delivery.tenant_id as tenantId",
            "tenant.slug as tenantSlug",
            "fact_id as factId",
            "handler",
            "attempts",
            "last_error as lastError",
            "delivery.created_at as createdAt",
          ])
          .where("state", "=", "failed"),
        page,
        {
          columns: ["createdAt", "factId", "handler"],
          direction: "asc",
          references: { createdAt: "delivery.created_at", factId: "fact_id" },
        },
      ),
    { readOnly: true },
  );
}

interface Which {
  tenantId: Id<"tenant">;
  factId: Id<"fact">;
  handler: string;
}

/** Gives a failed delivery its tries again, from now. */
export async function retryDelivery(
  database: Database,
  { tenantId, factId, handler }: Which,
  now: Date,
): Promise<void> {
  const { numUpdatedRows } = await database.withPlatform("operate", (db) =>
    db
      .updateTable("delivery")
      .set({ state: "waiting", attempts: 0, due_at: now })
      .where("tenant_id", "=", tenantId)
      .where("fact_id", "=", factId)
      .where("handler", "=", handler)
      .where("state", "=", "failed")
      .executeTakeFirst(),
  );
  if (numUpdatedRows === 0n) throw notFound("jobs.delivery-gone");
}

/** Gives up on a failed delivery, so that the subject's later facts go on. */
export async function dismissDelivery(
  database: Database,
  { tenantId, factId, handler }: Which,
  now: Date = new Date(),
): Promise<void> {
  const dismissed = await database.withPlatform("operate", (db) =>
    db
      .deleteFrom("delivery")
      .where("tenant_id", "=", tenantId)
      .where("fact_id", "=", factId)
      .where("handler", "=", handler)
      .where("state", "=", "failed")
      .returning(["ordered", "subject_id as subjectId", "change_set_id as changeSetId"])
      .executeTakeFirst(),
  );
  if (!dismissed) throw notFound("jobs.delivery-gone");
  if (dismissed.ordered) await releaseFollowers(database, tenantId, [{ handler, ...dismissed }], now);
}
