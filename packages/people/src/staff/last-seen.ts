import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { sql } from "kysely";

/**
 * The day on which each of these users was last seen in the house, for colleagues to know who is about. Sessions are
 * nobody's tenant's, so it says no more than the day: what somebody does in another hall, and when, is not told here.
 */
export async function listLastSeen(
  database: Database,
  userIds: readonly Id<"user_account">[],
): Promise<Map<Id<"user_account">, Date>> {
  if (userIds.length === 0) return new Map();
  const rows = await database.withPlatform(
    "list-staff",
    (db) =>
      db
        .selectFrom("session")
        .select(["user_id", sql<Date>`date_trunc('day', max(coalesce(last_seen_at, created_at)), 'UTC')`.as("day")])
        .where("user_id", "in", userIds)
        .groupBy("user_id")
        .execute(),
    { readOnly: true },
  );
  return new Map(rows.map(({ user_id, day }) => [user_id, day]));
}
