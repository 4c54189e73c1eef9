import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";

/** Which of these users still have an account. Accounts are nobody's tenant's, so a hall has to be told. */
export type OpenAccounts = (userIds: readonly Id<"user_account">[]) => Promise<ReadonlySet<Id<"user_account">>>;

export function openAccountsOf(database: Database): OpenAccounts {
  return async (userIds) => {
    if (userIds.length === 0) return new Set();
    const rows = await database.withPlatform(
      "sign-in",
      (db) =>
        db.selectFrom("user_account").select("id").where("id", "in", userIds).where("closed_at", "is", null).execute(),
      { readOnly: true },
    );
    return new Set(rows.map(({ id }) => id));
  };
}
