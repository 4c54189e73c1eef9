import { createHash, randomBytes } from "node:crypto";
import type { Id } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { z } from "zod";

/** One kind of token: what it is for, what it carries, and how long it is good, in seconds. */
export interface TokenKind<Payload extends z.ZodType> {
  readonly purpose: string;
  readonly payload: Payload;
  readonly seconds: number;
}

export interface TakenToken<Payload> {
  readonly userId: Id<"user_account"> | null;
  readonly payload: Payload;
}

interface NewToken<Payload> {
  readonly userId?: Id<"user_account"> | null;
  readonly payload: Payload;
  readonly now: Date;
  /** For a code that people type: what it is good for, so that the same digits elsewhere open nothing. Else a random token. */
  readonly secret?: string;
}

/** Makes a token, in a platform transaction for "sign-in", and returns what only its owner may ever see again. */
export async function issueToken<Payload extends z.ZodType>(
  platform: Kysely<DB>,
  kind: TokenKind<Payload>,
  { userId = null, payload, now, secret = randomBytes(32).toString("base64url") }: NewToken<z.input<Payload>>,
): Promise<string> {
  await platform
    .insertInto("credential_token")
    .values({
      id: idOf(kind.purpose, secret),
      purpose: kind.purpose,
      user_id: userId,
      payload: JSON.stringify(kind.payload.parse(payload)),
      created_at: now,
      expires_at: new Date(now.getTime() + kind.seconds * 1_000),
    })
    .execute();
  return secret;
}

/** What a token is for, without using it up: for the page that its link opens. Null once it is used, has run out, or never was. */
export async function readToken<Payload extends z.ZodType>(
  platform: Kysely<DB>,
  kind: TokenKind<Payload>,
  secret: string,
  now: Date,
): Promise<TakenToken<z.output<Payload>> | null> {
  const row = await platform
    .selectFrom("credential_token")
    .select(["user_id", "payload"])
    .where("id", "=", idOf(kind.purpose, secret))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row ? { userId: row.user_id, payload: kind.payload.parse(row.payload) } : null;
}

/** Uses a token up. Of many at once, one gets it; null for the others, and for one that is used or has run out. */
export async function takeToken<Payload extends z.ZodType>(
  platform: Kysely<DB>,
  kind: TokenKind<Payload>,
  secret: string,
  now: Date,
): Promise<TakenToken<z.output<Payload>> | null> {
  const row = await platform
    .updateTable("credential_token")
    .set({ used_at: now })
    .where("id", "=", idOf(kind.purpose, secret))
    .where("used_at", "is", null)
    .where("expires_at", ">", now)
    .returning(["user_id", "payload"])
    .executeTakeFirst();
  return row ? { userId: row.user_id, payload: kind.payload.parse(row.payload) } : null;
}

function idOf(purpose: string, secret: string): string {
  return createHash("sha256").update(`${purpose}:${secret}`).digest("hex");
}
