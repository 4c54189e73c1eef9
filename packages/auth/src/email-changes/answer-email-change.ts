import { conflict, type Id } from "@guildhall/core";
import { type DB, violates } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { countMiss } from "../limits/count-miss.ts";
import { queueAccountNotice } from "../notices/queue-account-notice.ts";
import { readToken, takeToken } from "../tokens/credential-token.ts";
import { dropCredentials } from "../tokens/drop-credentials.ts";
import { findAccount, type OpenAccount } from "../users/open-account.ts";
import { forgetEmailChange } from "./ask-for-email-change.ts";
import { emailChangeKind, type Side } from "./email-change.ts";

/** What the page behind a link of a change shows. */
export interface ReadEmailChange {
  readonly side: Side;
  readonly oldEmail: string;
  readonly newEmail: string;
}

/** Looks at a link of a change without answering; null once it was answered, or is over. */
export async function readEmailChange(
  { database }: Porch,
  token: string,
  { at }: Pick<Arrival, "at">,
): Promise<ReadEmailChange | null> {
  return database.withPlatform(
    "sign-in",
    async (db) => {
      const link = await readToken(db, emailChangeKind, token, at);
      const change = link && (await findChange(db, link.payload.changeId, at));
      return change ? { side: link.payload.side, oldEmail: change.old_email, newEmail: change.new_email } : null;
    },
    { readOnly: true },
  );
}

/**
 * Says yes from one of the two addresses. Once both have, the account moves: "moved"; until then "waiting". Null for a
 * link that is used up. `auth.email-taken` where somebody took the new address meanwhile: whoever reads both knows anyway.
 */
export async function confirmEmailChange(
  porch: Porch,
  token: string,
  arrival: Arrival,
): Promise<"moved" | "waiting" | null> {
  const { database } = porch;
  try {
    const answer = await database.withPlatform("sign-in", async (db) => {
      const link = await takeToken(db, emailChangeKind, token, arrival.at);
      if (!link) return null;
      const { changeId, side } = link.payload;
      const change = await db
        .updateTable("email_change")
        .set(side === "old" ? { old_confirmed_at: arrival.at } : { new_confirmed_at: arrival.at })
        .where("id", "=", changeId)
        .where("expires_at", ">", arrival.at)
        .returningAll()
        .executeTakeFirst();
      const account = change && (await findAccount(db, change.user_id));
      if (!account || account.email !== change.old_email) return null;
      if (!change.old_confirmed_at || !change.new_confirmed_at) return "waiting";
      await move(db, porch, account, change.new_email, arrival);
      return "moved";
    });
    if (answer === null) await countMiss(database, arrival);
    return answer;
  } catch (error) {
    if (!violates(error, "user_account_email_key")) throw error;
    await database.withPlatform("sign-in", async (db) => {
      const link = await readToken(db, emailChangeKind, token, arrival.at);
      if (link?.userId) await forgetEmailChange(db, link.userId, arrival.at);
    });
    throw conflict("auth.email-taken");
  }
}

/** Says no from either address: nothing moves, and the account's owner is told. False for a link that is used up. */
export async function refuseEmailChange(porch: Porch, token: string, arrival: Arrival): Promise<boolean> {
  const { database, publicUrl } = porch;
  const refused = await database.withPlatform("sign-in", async (db) => {
    const link = await takeToken(db, emailChangeKind, token, arrival.at);
    const change = link && (await findChange(db, link.payload.changeId, arrival.at));
    if (!change) return false;
    await forgetEmailChange(db, change.user_id, arrival.at);
    await queueAccountNotice(db, {
      kind: "address-change-refused",
      to: change.old_email,
      about: change.new_email,
      locale: change.locale ?? arrival.locale,
      publicUrl,
      now: arrival.at,
    });
    return true;
  });
  if (!refused) await countMiss(database, arrival);
  return refused;
}

function findChange(platform: Kysely<DB>, id: Id<"email_change">, now: Date) {
  return platform
    .selectFrom("email_change")
    .innerJoin("user_account", "user_account.id", "email_change.user_id")
    .select(["user_id", "old_email", "new_email", "locale"])
    .where("email_change.id", "=", id)
    .where("expires_at", ">", now)
    .where("closed_at", "is", null)
    .executeTakeFirst();
}

async function move(
  platform: Kysely<DB>,
  { publicUrl }: Porch,
  account: OpenAccount,
  newEmail: string,
  { at, locale }: Arrival,
): Promise<void> {
  await platform
    .updateTable("user_account")
    .set({ email: newEmail, email_verified_at: at })
    .where("id", "=", account.id)
    .execute();
  await dropCredentials(platform, account.id, at); // what was sent to the old address opens nothing any more
  await forgetEmailChange(platform, account.id, at);
  const told = { about: newEmail, locale: account.locale ?? locale, publicUrl, now: at };
  await queueAccountNotice(platform, { kind: "address-changed", to: account.email, ...told });
  await queueAccountNotice(platform, { kind: "address-changed", to: newEmail, ...told });
}
