import type { Id, Locale } from "@guildhall/core";
import type { Database } from "@guildhall/db";

/** Keeps the language that a user chose for themselves. */
export async function setLocale(database: Database, userId: Id<"user_account">, locale: Locale): Promise<void> {
  await database.withPlatform("sign-in", (db) =>
    db.updateTable("user_account").set({ locale }).where("id", "=", userId).execute(),
  );
}
