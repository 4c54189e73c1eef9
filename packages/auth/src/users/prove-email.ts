import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { OpenAccount } from "./open-account.ts";

/**
 * Notes that somebody reads the mail of this account's address. Where nobody had proved that before, a password and
 * sessions may be those of a stranger who got here first with another's address: they end.
 */
export async function proveEmail(platform: Kysely<DB>, { id, emailVerified }: OpenAccount, now: Date): Promise<void> {
  if (emailVerified) return;
  await platform
    .updateTable("user_account")
    .set({ email_verified_at: now, password_hash: null })
    .where("id", "=", id)
    .where("email_verified_at", "is", null)
    .execute();
  await platform.deleteFrom("session").where("user_id", "=", id).execute();
}
