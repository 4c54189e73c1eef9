import type { Id, Locale } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";

/** An account as a hall needs to know it before there is a person of it. */
export interface Account {
  readonly userId: Id<"user_account">;
  readonly email: string;
  readonly fullName: string | null;
  readonly locale: Locale | null;
  /** When its mailbox was proven last. */
  readonly emailVerifiedAt: Date | null;
}

/** An open account, in a platform transaction for "sign-in". */
export async function findAccount(platform: Kysely<DB>, userId: Id<"user_account">): Promise<Account | null> {
  const row = await platform
    .selectFrom("user_account")
    .select(["id as userId", "email", "full_name as fullName", "locale", "email_verified_at as emailVerifiedAt"])
    .where("id", "=", userId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}
