import { type Id, notFound, systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";

interface Operation {
  readonly tenantId: Id<"tenant">;
  /** The operator who does it. */
  readonly operatorId: Id<"user_account">;
  readonly requestId: string | null;
}

/** Shuts a hall: nobody enters it and no mail leaves it until it is resumed. Its data stays as it is. */
export function suspendTenant(database: Database, operation: Operation): Promise<void> {
  return setStatus(database, operation, "suspended");
}

/** Opens a suspended hall again. */
export function resumeTenant(database: Database, operation: Operation): Promise<void> {
  return setStatus(database, operation, "active");
}

type Status = "active" | "suspended";

/** In the hall's own history as well, in one transaction. Nothing happens where it stands so already. */
async function setStatus(
  database: Database,
  { tenantId, operatorId, requestId }: Operation,
  status: Status,
): Promise<void> {
  await database.withPlatform("operate", async (db) => {
    const before = await db
      .selectFrom("tenant")
      .select("status")
      .where("id", "=", tenantId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw notFound();
    if (before.status === status) return;
    await db.updateTable("tenant").set({ status }).where("id", "=", tenantId).execute();
    await db
      .insertInto("audit_entry")
      .values({
        tenant_id: tenantId,
        at: systemClock.now(),
        actor_kind: "system",
        actor_user_id: operatorId,
        action: status === "suspended" ? "tenant.suspended" : "tenant.resumed",
        subject_type: "tenant",
        subject_id: tenantId,
        before: JSON.stringify({ status: before.status }),
        after: JSON.stringify({ status }),
        request_id: requestId,
      })
      .execute();
  });
}
