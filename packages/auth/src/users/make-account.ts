import type { Id, Locale } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";

interface NewAccount {
  /** Chosen before, so that opening it twice opens one. */
  readonly id: Id<"user_account">;
  /** Proved to be theirs just now. */
  readonly email: string;
  readonly passwordHash: string;
  readonly fullName: string;
  readonly locale: Locale;
  readonly timeZone: string;
}

/**
 * Opens an account for whoever has just proved an address, in a platform transaction that may; returns whose account
 * the address belongs to now, which is another's where it had one.
 */
export async function openAccount(
  platform: Kysely<DB>,
  { id, email, passwordHash, fullName, locale, timeZone }: NewAccount,
  now: Date,
): Promise<Id<"user_account">> {
  const made = await platform
    .insertInto("user_account")
    .values({
      id,
      email,
      email_verified_at: now,
      password_hash: passwordHash,
      full_name: fullName,
      locale,
      time_zone: timeZone,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (made) return made.id;
  const known = await platform
    .selectFrom("user_account")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return known.id;
}
