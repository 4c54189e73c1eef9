import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { countMiss } from "../limits/count-miss.ts";
import { queueAccountNotice } from "../notices/queue-account-notice.ts";
import { hashPassword } from "../passwords/password.ts";
import { completeSignIn, type SignInOutcome } from "../sessions/complete-sign-in.ts";
import { readToken, takeToken } from "../tokens/credential-token.ts";
import { dropCredentials } from "../tokens/drop-credentials.ts";
import { findAccount, type OpenAccount } from "../users/open-account.ts";
import { resetKind, resetPasswordInput } from "./reset.ts";

/** Whose password a link would set, without using it up; null once it was used, has run out, or never was. */
export async function readReset(
  { database }: Porch,
  token: string,
  { at }: Pick<Arrival, "at">,
): Promise<OpenAccount | null> {
  return database.withPlatform("sign-in", async (db) => ownerOf(db, await readToken(db, resetKind, token, at)), {
    readOnly: true,
  });
}

/**
 * Sets a new password by the link of a reset mail and signs in, as far as a mail alone proves somebody; null if the link
 * is used up or has run out. Every session there was ends, so does every other link, and the owner is told.
 */
export async function resetPasswordByLink(
  porch: Porch,
  token: string,
  input: unknown,
  arrival: Arrival,
): Promise<SignInOutcome | null> {
  const { password } = resetPasswordInput.parse(input);
  const { database, sessions, publicUrl } = porch;
  const { at: now, device, previousToken, locale } = arrival;
  if (!(await readReset(porch, token, arrival))) {
    await countMiss(database, arrival);
    return null;
  }
  const password_hash = await hashPassword(password);
  const account = await database.withPlatform("sign-in", async (db) => {
    const owner = await ownerOf(db, await takeToken(db, resetKind, token, now));
    if (!owner) return null;
    await db
      .updateTable("user_account")
      .set((eb) => ({ password_hash, email_verified_at: eb.fn.coalesce("email_verified_at", eb.val(now)) }))
      .where("id", "=", owner.id)
      .execute();
    await db.deleteFrom("session").where("user_id", "=", owner.id).execute();
    await dropCredentials(db, owner.id, now);
    await queueAccountNotice(db, {
      kind: "password-changed",
      to: owner.email,
      locale: owner.locale ?? locale,
      publicUrl,
      now,
    });
    return owner;
  });
  return account && completeSignIn(sessions, { userId: account.id, proof: "mail", device, previousToken });
}

async function ownerOf(
  platform: Kysely<DB>,
  token: Awaited<ReturnType<typeof takeToken<typeof resetKind.payload>>>,
): Promise<OpenAccount | null> {
  if (!token?.userId) return null;
  const account = await findAccount(platform, token.userId);
  return account?.email === token.payload.email ? account : null;
}
