import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";

/** Makes every link and code of this account worthless that was sent and not used, and every sign-in that waits for its second step: its keys have changed. */
export async function dropCredentials(platform: Kysely<DB>, userId: Id<"user_account">, now: Date): Promise<void> {
  await platform
    .updateTable("credential_token")
    .set({ used_at: now })
    .where("user_id", "=", userId)
    .where("purpose", "in", ["sign-in-link", "reset-password", "verify-email", "second-step"])
    .where("used_at", "is", null)
    .execute();
  await platform
    .updateTable("credential_code")
    .set({ used_at: now })
    .where("user_id", "=", userId)
    .where("purpose", "in", ["mail-sign-in", "sms-sign-in"])
    .where("used_at", "is", null)
    .execute();
}
