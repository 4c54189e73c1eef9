import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";

/** Those of these users who have signed in with a second factor, and so have one. */
export async function listWithSecondFactor(
  database: Database,
  userIds: readonly Id<"user_account">[],
): Promise<ReadonlySet<Id<"user_account">>> {
  if (userIds.length === 0) return new Set();
  const rows = await database.withPlatform(
    "list-staff",
    (db) =>
      db
        .selectFrom("session")
        .select("user_id")
        .distinct()
        .where("user_id", "in", userIds)
        .where("proved", "&&", [["totp", "passkey", "recovery-code"]])
        .execute(),
    { readOnly: true },
  );
  return new Set(rows.map(({ user_id }) => user_id));
}

export async function hasSecondFactor(database: Database, userId: Id<"user_account">): Promise<boolean> {
  return (await listWithSecondFactor(database, [userId])).has(userId);
}
