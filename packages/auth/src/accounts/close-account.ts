import { type Id, invalid } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import type { Kysely } from "kysely";
import { requireFreshProof } from "../sessions/fresh-proof.ts";
import type { SignedIn } from "../sessions/sessions.ts";
import { closeAccountInput } from "./close-account-input.ts";

/** How long somebody may change their mind. */
export const graceDays = 14;

export const tellClosedJob = "auth.tell-account-closed";

/**
 * Closes an account, in a platform transaction for "sign-in": nobody is signed in as it from then on. Its owner is
 * mailed the way back, which is open for 14 days; then what it held is erased and the address is free. Whether a hall
 * would be left without an owner is for the caller to ask first, in the same transaction.
 */
export async function closeAccount(platform: Kysely<DB>, who: SignedIn, input: unknown, now: Date): Promise<void> {
  requireFreshProof(who, now);
  const { confirmation } = closeAccountInput.parse(input);
  if (confirmation !== who.user.email) throw invalid("auth.email-differs", { confirmation: "auth.email-differs" });
  await platform
    .updateTable("user_account")
    .set({ closed_at: now })
    .where("id", "=", who.user.id)
    .where("closed_at", "is", null)
    .execute();
  for (const table of ["session", "credential_token", "credential_code", "email_change"] as const)
    await platform.deleteFrom(table).where("user_id", "=", who.user.id).execute();
  await enqueueJob(platform, tellClosedJob, { userId: who.user.id });
}

/** Whoever closed their account before then has had their days of grace. */
export function graceBefore(now: Date): Date {
  return new Date(now.getTime() - graceDays * 86_400_000);
}

/** Erases what a closed account held. Its row stays, as nobody's, since history names it; its address is free. */
export async function eraseAccount(platform: Kysely<DB>, userId: Id<"user_account">, now: Date): Promise<void> {
  const erased = await platform
    .updateTable("user_account")
    .set({
      email: `erased-${userId}@guildhall.invalid`,
      email_verified_at: null,
      password_hash: null,
      full_name: null,
      phone: null,
      phone_verified_at: null,
      time_zone: null,
      locale: null,
      is_operator: false,
      erased_at: now,
    })
    .where("id", "=", userId)
    .where("closed_at", "<=", graceBefore(now)) // they may have come back meanwhile
    .where("erased_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (!erased) return;
  for (const table of [
    "session",
    "credential_token",
    "credential_code",
    "email_change",
    "passkey",
    "authenticator",
    "recovery_code",
  ] as const)
    await platform.deleteFrom(table).where("user_id", "=", userId).execute();
}
