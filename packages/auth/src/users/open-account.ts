import type { Id, Locale } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";

/** An account that can be signed in to: one that was closed is found by nobody. */
export interface OpenAccount {
  readonly id: Id<"user_account">;
  readonly email: string;
  readonly phone: string | null;
  readonly locale: Locale | null;
  readonly emailVerified: boolean;
}

export function findAccountByEmail(platform: Kysely<DB>, email: string): Promise<OpenAccount | null> {
  return only(openAccounts(platform).where("email", "=", email));
}

/** By a number that a code sent there came back from. */
export function findAccountByPhone(platform: Kysely<DB>, phone: string): Promise<OpenAccount | null> {
  return only(openAccounts(platform).where("phone", "=", phone).where("phone_verified_at", "is not", null));
}

export function findAccount(platform: Kysely<DB>, id: Id<"user_account">): Promise<OpenAccount | null> {
  return only(openAccounts(platform).where("id", "=", id));
}

function openAccounts(platform: Kysely<DB>) {
  return platform
    .selectFrom("user_account")
    .select(["id", "email", "phone", "locale", "email_verified_at"])
    .where("closed_at", "is", null);
}

async function only(query: ReturnType<typeof openAccounts>): Promise<OpenAccount | null> {
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const { id, email, phone, locale, email_verified_at } = row;
  return { id, email, phone, locale, emailVerified: email_verified_at !== null };
}
