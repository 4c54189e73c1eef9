import { type Id, invalid, newId, unauthenticated } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import type { Kysely } from "kysely";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { countAttempt } from "../limits/count-attempt.ts";
import { ownSendLimits } from "../limits/door-limits.ts";
import { findAccount } from "../users/open-account.ts";
import { changeEmailInput, type EmailChange, emailChangeKind, sendEmailChangeLinksJob } from "./email-change.ts";

/**
 * Asks both addresses whether the account may move from one to the other; an earlier wish is forgotten. Whether somebody
 * has the new one already is nothing that the asker learns: a job looks, and writes to its owner.
 */
export async function askForEmailChange(
  { database }: Porch,
  userId: Id<"user_account">,
  input: unknown,
  { locale, at: now }: Pick<Arrival, "locale" | "at">,
): Promise<void> {
  const { email } = changeEmailInput.parse(input);
  const account = await database.withPlatform("sign-in", (db) => findAccount(db, userId));
  if (!account) throw unauthenticated();
  if (email === account.email) throw invalid("auth.email-same", { email: "auth.email-same" });
  await countAttempt(database, ownSendLimits(userId, "email", email), now);
  await database.withPlatform("sign-in", async (db) => {
    await forgetEmailChange(db, userId, now);
    const id = newId<"email_change">();
    await db
      .insertInto("email_change")
      .values({
        id,
        user_id: userId,
        old_email: account.email,
        new_email: email,
        created_at: now,
        expires_at: new Date(now.getTime() + emailChangeKind.seconds * 1_000),
      })
      .onConflict((conflict) => conflict.column("user_id").doNothing()) // asked twice at once: the first stands
      .execute();
    await enqueueJob(db, sendEmailChangeLinksJob, { changeId: id, locale }, { maxAttempts: 6 });
  });
}

/** The change that an account waits for; null where there is none. */
export async function findEmailChange(
  { database }: Porch,
  userId: Id<"user_account">,
  now: Date,
): Promise<EmailChange | null> {
  const row = await database.withPlatform(
    "sign-in",
    (db) =>
      db
        .selectFrom("email_change")
        .selectAll()
        .where("user_id", "=", userId)
        .where("expires_at", ">", now)
        .executeTakeFirst(),
    { readOnly: true },
  );
  if (!row) return null;
  return {
    oldEmail: row.old_email,
    newEmail: row.new_email,
    oldConfirmed: row.old_confirmed_at !== null,
    newConfirmed: row.new_confirmed_at !== null,
    expiresAt: row.expires_at,
  };
}

/** Takes the wish back; its links are worth nothing any more. */
export async function cancelEmailChange({ database }: Porch, userId: Id<"user_account">, now: Date): Promise<void> {
  await database.withPlatform("sign-in", (db) => forgetEmailChange(db, userId, now));
}

export async function forgetEmailChange(platform: Kysely<DB>, userId: Id<"user_account">, now: Date): Promise<void> {
  await platform.deleteFrom("email_change").where("user_id", "=", userId).execute();
  await platform
    .updateTable("credential_token")
    .set({ used_at: now })
    .where("user_id", "=", userId)
    .where("purpose", "=", emailChangeKind.purpose)
    .where("used_at", "is", null)
    .execute();
}
