import type { Database } from "@guildhall/db";

/** Forgets what was sent or asked for and ran out a day ago. */
export async function sweepCredentials(database: Database, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 86_400_000);
  await database.withPlatform("sign-in", async (db) => {
    await db.deleteFrom("credential_token").where("expires_at", "<", dayAgo).execute();
    await db.deleteFrom("credential_code").where("expires_at", "<", dayAgo).execute();
    await db.deleteFrom("email_change").where("expires_at", "<", dayAgo).execute();
  });
}
