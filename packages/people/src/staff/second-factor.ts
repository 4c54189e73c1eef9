import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";

/** Those of these users who can sign in with two factors: by an app, or by a passkey, which is both. */
export async function listWithSecondFactor(
  database: Database,
  userIds: readonly Id<"user_account">[],
): Promise<ReadonlySet<Id<"user_account">>> {
  if (userIds.length === 0) return new Set();
  const rows = await database.withPlatform(
    "list-staff",
    (db) =>
      db
        .selectFrom("authenticator")
        .select("user_id")
        .where("user_id", "in", userIds)
        .union(db.selectFrom("passkey").select("user_id").where("user_id", "in", userIds))
        .execute(),
    { readOnly: true },
  );
  return new Set(rows.map(({ user_id }) => user_id));
}
