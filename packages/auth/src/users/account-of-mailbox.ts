import { type Id, type Locale, newId } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";

interface ProvenMailbox {
  /** As accounts are found by it; whoever reads it has just shown that they do. */
  readonly email: string;
  /** For an account that is new; one that is there keeps its own. */
  readonly fullName: string;
  readonly passwordHash: string | null;
  readonly locale: Locale;
  readonly timeZone?: string;
  /** Chosen before, so that making it twice makes one. */
  readonly id?: Id<"user_account">;
  readonly now: Date;
}

interface MailboxAccount {
  readonly userId: Id<"user_account">;
  readonly made: boolean;
}

/**
 * The account of a mailbox that was proven just now, in a platform transaction for "sign-in": the one there is, or a
 * new one. Null where its owner closed it. Of several at once, all get the same.
 */
export async function accountOfMailbox(platform: Kysely<DB>, mailbox: ProvenMailbox): Promise<MailboxAccount | null> {
  const made = await makeAccountOfMailbox(platform, mailbox);
  return made ? { userId: made, made: true } : takeBack(platform, mailbox);
}

/** A new account of a mailbox that was proven; null where there is one already, which stays as it is. */
export async function makeAccountOfMailbox(
  platform: Kysely<DB>,
  { id = newId(), email, fullName, passwordHash, locale, timeZone, now }: ProvenMailbox,
): Promise<Id<"user_account"> | null> {
  const made = await platform
    .insertInto("user_account")
    .values({
      id,
      email,
      full_name: fullName,
      password_hash: passwordHash,
      locale,
      time_zone: timeZone ?? null,
      email_verified_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return made?.id ?? null;
}

/** An account that nobody had proven is given up by whoever made it: their password and sessions go. */
async function takeBack(
  platform: Kysely<DB>,
  { email, passwordHash, now }: ProvenMailbox,
): Promise<MailboxAccount | null> {
  const known = await platform
    .selectFrom("user_account")
    .select(["id", "email_verified_at"])
    .where("email", "=", email)
    .where("closed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!known) return null;
  const proven = known.email_verified_at !== null;
  await platform
    .updateTable("user_account")
    .set({ email_verified_at: now, ...(!proven && { password_hash: passwordHash }) })
    .where("id", "=", known.id)
    .execute();
  if (!proven) await platform.deleteFrom("session").where("user_id", "=", known.id).execute();
  return { userId: known.id, made: false };
}
