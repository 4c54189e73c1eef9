import { clockAt, type Id, unauthenticated } from "@guildhall/core";
import { queuePlatformMessage, verifyEmail as verifyEmailMail } from "@guildhall/mail";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { countAttempt } from "../limits/count-attempt.ts";
import { countMiss } from "../limits/count-miss.ts";
import { ownSendLimits } from "../limits/door-limits.ts";
import { issueToken, readToken, takeToken } from "../tokens/credential-token.ts";
import { findAccount } from "../users/open-account.ts";
import { verifyEmailKind } from "./email-change.ts";

/** Sends somebody who is signed in a link to prove that their own address is theirs. Nothing where it was proved. */
export async function askForEmailVerification(
  { database, publicUrl }: Porch,
  userId: Id<"user_account">,
  { locale, at: now }: Pick<Arrival, "locale" | "at">,
): Promise<void> {
  const account = await database.withPlatform("sign-in", (db) => findAccount(db, userId));
  if (!account) throw unauthenticated();
  if (account.emailVerified) return;
  await countAttempt(database, ownSendLimits(userId, "email", account.email), now);
  await database.withPlatform("sign-in", async (db) => {
    const token = await issueToken(db, verifyEmailKind, { userId, payload: { email: account.email }, now });
    await queuePlatformMessage(
      { db, clock: clockAt(now) },
      {
        template: verifyEmailMail,
        purpose: "transactional",
        input: { url: `${publicUrl}/email/${token}`, hours: verifyEmailKind.seconds / 3_600 },
        recipient: account.email,
        locale: account.locale ?? locale,
      },
    );
  });
}

/** The address that a link would prove, without using it up; null once it was used, has run out, or never was. */
export async function readEmailVerification(
  { database }: Porch,
  token: string,
  { at }: Pick<Arrival, "at">,
): Promise<string | null> {
  const link = await database.withPlatform("sign-in", (db) => readToken(db, verifyEmailKind, token, at), {
    readOnly: true,
  });
  return link?.payload.email ?? null;
}

/** Notes that the address is its account's own; false for a link that is used up, or was for an earlier address. */
export async function verifyEmail({ database }: Porch, token: string, arrival: Arrival): Promise<boolean> {
  const verified = await database.withPlatform("sign-in", async (db) => {
    const link = await takeToken(db, verifyEmailKind, token, arrival.at);
    if (!link?.userId) return false;
    const { numUpdatedRows } = await db
      .updateTable("user_account")
      .set((eb) => ({ email_verified_at: eb.fn.coalesce("email_verified_at", eb.val(arrival.at)) }))
      .where("id", "=", link.userId)
      .where("email", "=", link.payload.email)
      .where("closed_at", "is", null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
  if (!verified) await countMiss(database, arrival);
  return verified;
}
