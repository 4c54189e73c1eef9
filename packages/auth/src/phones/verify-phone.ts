import { clockAt, type Id, invalid, limited, unauthenticated } from "@guildhall/core";
import { type DB, violates } from "@guildhall/db";
import { queuePlatformMessage, smsCode } from "@guildhall/mail";
import type { Kysely } from "kysely";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { codeInput } from "../codes/code-input.ts";
import { codeMinutes, drawCode, findAsked, openCode, tryCode } from "../codes/credential-code.ts";
import { countAttempt } from "../limits/count-attempt.ts";
import { countSms } from "../limits/count-sms.ts";
import { ownSendLimits } from "../limits/door-limits.ts";
import { queueAccountNotice } from "../notices/queue-account-notice.ts";
import { fingerprintOf } from "../tokens/fingerprint.ts";
import { findAccount } from "../users/open-account.ts";
import { phoneInput } from "./phone.ts";

/** Sends six digits to a number that somebody signed in says is theirs. `auth.sms-paused` where this hour's are spent. */
export async function askForPhoneCode(
  { database, smsPerHour }: Porch,
  userId: Id<"user_account">,
  input: unknown,
  { locale, at: now }: Pick<Arrival, "locale" | "at">,
): Promise<void> {
  const { phone } = phoneInput.parse(input);
  const account = await database.withPlatform("sign-in", (db) => findAccount(db, userId));
  if (!account) throw unauthenticated();
  await countAttempt(database, ownSendLimits(userId, "sms", phone), now);
  if (!(await countSms(database, smsPerHour, now))) throw limited("auth.sms-paused");
  await database.withPlatform("sign-in", async (db) => {
    const codeId = await openCode(db, { purpose: "phone", holder: holderOf(userId), recipient: phone, userId, now });
    await queuePlatformMessage(
      { db, clock: clockAt(now) },
      {
        template: smsCode,
        purpose: "transactional",
        input: { code: await drawCode(db, codeId, userId), minutes: codeMinutes.phone },
        recipient: phone,
        locale: account.locale ?? locale,
      },
    );
  });
}

/** The number that waits for its code; null where none does. */
export async function findPhoneToVerify(
  { database }: Porch,
  userId: Id<"user_account">,
  now: Date,
): Promise<string | null> {
  const asked = await database.withPlatform("sign-in", (db) => findAsked(db, ["phone"], holderOf(userId), now), {
    readOnly: true,
  });
  return asked?.recipient ?? null;
}

/**
 * Gives the account the number that its code was sent to, and tells its owner. Whoever proved it before loses it: numbers
 * are handed on. `auth.code-wrong`, or `auth.code-gone` after five wrong tries or a while.
 */
export async function verifyPhone(
  { database, publicUrl }: Porch,
  userId: Id<"user_account">,
  input: unknown,
  { locale, at: now }: Pick<Arrival, "locale" | "at">,
): Promise<void> {
  const { code: digits } = codeInput.parse(input);
  const taken = await database.withPlatform("sign-in", (db) =>
    tryCode(db, { purposes: ["phone"], holder: holderOf(userId), digits, now }),
  );
  if (taken === "wrong") throw invalid("auth.code-wrong", { code: "auth.code-wrong" });
  if (taken === "gone") throw invalid("auth.code-gone", { code: "auth.code-gone" });
  const phone = taken.recipient;
  const give = () =>
    database.withPlatform("sign-in", async (db) => {
      const account = await findAccount(db, userId);
      if (!account) throw unauthenticated();
      await takeFromOthers(db, phone, userId, (to, theirs) =>
        queueAccountNotice(db, { kind: "phone-moved", to, about: phone, locale: theirs ?? locale, publicUrl, now }),
      );
      await db.updateTable("user_account").set({ phone, phone_verified_at: now }).where("id", "=", userId).execute();
      if (account.phone === phone) return;
      const told = { to: account.email, about: phone, locale: account.locale ?? locale, publicUrl, now };
      await queueAccountNotice(db, { kind: "phone-added", ...told });
    });
  try {
    await give();
  } catch (error) {
    if (!violates(error, "user_account_phone")) throw error;
    await give(); // two proved one number at the same moment: the later one has it
  }
}

/** Takes the number off the account; nobody signs in by it any more. */
export async function removePhone(
  { database, publicUrl }: Porch,
  userId: Id<"user_account">,
  { locale, at: now }: Pick<Arrival, "locale" | "at">,
): Promise<void> {
  await database.withPlatform("sign-in", async (db) => {
    const account = await findAccount(db, userId);
    if (!account?.phone) return;
    await db
      .updateTable("user_account")
      .set({ phone: null, phone_verified_at: null })
      .where("id", "=", userId)
      .execute();
    const told = { to: account.email, about: account.phone, locale: account.locale ?? locale, publicUrl, now };
    await queueAccountNotice(db, { kind: "phone-removed", ...told });
  });
}

async function takeFromOthers(
  platform: Kysely<DB>,
  phone: string,
  userId: Id<"user_account">,
  tell: (email: string, locale: Arrival["locale"] | null) => Promise<void>,
): Promise<void> {
  const others = await platform
    .updateTable("user_account")
    .set({ phone: null, phone_verified_at: null })
    .where("phone", "=", phone)
    .where("id", "<>", userId)
    .returning(["email", "locale", "closed_at"])
    .execute();
  for (const { email, locale, closed_at } of others) if (!closed_at) await tell(email, locale);
}

function holderOf(userId: Id<"user_account">): string {
  return fingerprintOf(`phone:${userId}`);
}
