import { randomInt, timingSafeEqual } from "node:crypto";
import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import { fingerprintOf } from "../tokens/fingerprint.ts";

/** What six digits are asked for. Each kind opens its own door alone. */
export type CodePurpose = DB["credential_code"]["purpose"];

export const codeMinutes = { "mail-sign-in": 15, "sms-sign-in": 10, phone: 10 } as const satisfies Record<
  CodePurpose,
  number
>;
const mostWrongTries = 5;

interface NewCode {
  readonly purpose: CodePurpose;
  /** The fingerprint of what its asker holds. */
  readonly holder: string;
  readonly recipient: string;
  readonly userId?: Id<"user_account">;
  readonly returnTo?: string | null;
  readonly now: Date;
}

/** Keeps that a code was asked for, before anybody knows whether there is somebody to send it to. */
export async function openCode(
  platform: Kysely<DB>,
  { purpose, holder, recipient, userId, returnTo = null, now }: NewCode,
): Promise<Id<"credential_code">> {
  const { id } = await platform
    .insertInto("credential_code")
    .values({
      purpose,
      holder,
      recipient,
      user_id: userId ?? null,
      return_to: returnTo,
      created_at: now,
      expires_at: new Date(now.getTime() + codeMinutes[purpose] * 60_000),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What was asked for and waits to be sent, locked; null once it was sent or has run out. */
export function findUnsentCode(platform: Kysely<DB>, id: Id<"credential_code">, now: Date) {
  return platform
    .selectFrom("credential_code")
    .select(["id", "recipient"])
    .where("id", "=", id)
    .where("code_hash", "is", null)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .forUpdate()
    .executeTakeFirst();
}

/** Draws the digits and says whose account they open. They are returned for the message alone. */
export async function drawCode(
  platform: Kysely<DB>,
  id: Id<"credential_code">,
  userId: Id<"user_account">,
): Promise<string> {
  const digits = String(randomInt(1_000_000)).padStart(6, "0");
  await platform
    .updateTable("credential_code")
    .set({ user_id: userId, code_hash: hashOf(id, digits) })
    .where("id", "=", id)
    .execute();
  return digits;
}

export interface TakenCode {
  readonly userId: Id<"user_account">;
  readonly purpose: CodePurpose;
  readonly recipient: string;
  readonly returnTo: string | null;
}

interface Try {
  readonly purposes: readonly CodePurpose[];
  readonly holder: string;
  readonly digits: string;
  readonly now: Date;
}

/**
 * Tries digits against what its holder asked for, under the lock of those rows, so that of many tries at once none goes
 * uncounted. "gone" where nothing is left to try. Keeps the count of what was wrong: its transaction must be committed.
 */
export async function tryCode(
  platform: Kysely<DB>,
  { purposes, holder, digits, now }: Try,
): Promise<TakenCode | "wrong" | "gone"> {
  const open = await platform
    .selectFrom("credential_code")
    .select(["id", "purpose", "recipient", "user_id", "return_to", "code_hash"])
    .where("holder", "=", holder)
    .where("purpose", "in", purposes)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .where("wrong_tries", "<", mostWrongTries)
    .orderBy("id")
    .forUpdate()
    .execute();
  if (open.length === 0) return "gone";
  const right = open.find(({ id, code_hash }) => sameHash(code_hash ?? unsent, hashOf(id, digits)));
  if (!right?.user_id) {
    await platform
      .updateTable("credential_code")
      .set(({ eb }) => ({ wrong_tries: eb("wrong_tries", "+", 1) }))
      .where(
        "id",
        "in",
        open.map(({ id }) => id),
      )
      .execute();
    return "wrong";
  }
  await platform.updateTable("credential_code").set({ used_at: now }).where("id", "=", right.id).execute();
  const { user_id, purpose, recipient, return_to } = right;
  return { userId: user_id, purpose, recipient, returnTo: return_to };
}

/** Uses a code up by the link that went out with it; null if either was used, or both have run out. */
export async function takeCodeByLink(
  platform: Kysely<DB>,
  id: Id<"credential_code">,
  now: Date,
): Promise<TakenCode | null> {
  const row = await platform
    .updateTable("credential_code")
    .set({ used_at: now })
    .where("id", "=", id)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning(["user_id", "purpose", "recipient", "return_to"])
    .executeTakeFirst();
  if (!row?.user_id) return null;
  return { userId: row.user_id, purpose: row.purpose, recipient: row.recipient, returnTo: row.return_to };
}

/** What a browser asked for last and may still answer; null where there is nothing. */
export async function findAsked(
  platform: Kysely<DB>,
  purposes: readonly CodePurpose[],
  holder: string,
  now: Date,
): Promise<{ purpose: CodePurpose; recipient: string; returnTo: string | null } | null> {
  const row = await platform
    .selectFrom("credential_code")
    .select(["purpose", "recipient", "return_to as returnTo"])
    .where("holder", "=", holder)
    .where("purpose", "in", purposes)
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

const unsent = fingerprintOf("no digits lead here");

function hashOf(id: Id<"credential_code">, digits: string): string {
  return fingerprintOf(`${id}:${digits}`);
}

function sameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
