import { readToken } from "@guildhall/auth";
import { type Id, idSchema, type Locale } from "@guildhall/core";
import type { Database, DB } from "@guildhall/db";
import { findFreeSlug, isSlugFree } from "@guildhall/tenancy";
import type { Kysely } from "kysely";
import type { PendingSignUp } from "./sign-up.ts";
import { browserHash, signUpLink } from "./sign-up-link.ts";

/** Who opens the link: in which browser, signed in as whom, and when. */
export interface Opener {
  readonly browserKey: string | null;
  readonly userId: Id<"user_account"> | null;
  readonly now: Date;
}

/** A sign-up as it is kept, with whose account its address has. */
export interface FoundSignUp {
  readonly id: Id<"sign_up">;
  readonly email: string;
  readonly fullName: string;
  readonly company: string;
  readonly slug: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly passwordHash: string | null;
  readonly browserHash: string;
  /** What the new account and the hall will be called by. */
  readonly newAccountId: Id<"user_account">;
  readonly hallId: Id<"tenant">;
  readonly accountId: Id<"user_account"> | null;
  /** The hall is there already: whatever came after was cut off. */
  readonly isOpen: boolean;
}

/** The sign-up behind a link, in a platform transaction for "sign-up"; null once it was used or has run out. */
export async function findSignUp(platform: Kysely<DB>, token: string, now: Date): Promise<FoundSignUp | null> {
  const link = await readToken(platform, signUpLink, token, now);
  if (!link) return null;
  const row = await platform
    .selectFrom("sign_up as s")
    .leftJoin("user_account as u", "u.email", "s.email")
    .leftJoin("tenant as t", "t.id", "s.hall_id")
    .select(["s.id", "s.email", "s.company", "s.slug", "s.locale"])
    .select(["s.full_name as fullName", "s.time_zone as timeZone", "s.password_hash as passwordHash"])
    .select(["s.browser_hash as browserHash", "s.account_id", "s.hall_id", "u.id as accountId"])
    .select(["t.slug as openSlug"])
    .where("s.id", "=", link.payload.signUpId)
    .where("s.opened_at", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const { account_id, hall_id, openSlug, ...found } = row;
  return {
    ...found,
    slug: openSlug ?? found.slug,
    isOpen: openSlug !== null,
    newAccountId: idSchema("user_account").parse(account_id),
    hallId: idSchema("tenant").parse(hall_id),
  };
}

/** What the page of a link shows; null for one that opens nothing any more. */
export async function readSignUp(database: Database, token: string, opener: Opener): Promise<PendingSignUp | null> {
  return database.withPlatform(
    "sign-up",
    async (platform) => {
      const found = await findSignUp(platform, token, opener.now);
      if (!found) return null;
      const { company, slug, fullName, email } = found;
      const slugFree = found.isOpen || (await isSlugFree(platform, slug));
      const suggestion = slugFree ? null : await findFreeSlug(platform, slug);
      return { company, slug, fullName, email, slugFree, suggestion, needs: needsOf(found, opener) };
    },
    { readOnly: true },
  );
}

/**
 * The chosen password counts only in the browser that chose it: else somebody could sign another's address up, wait
 * for them to press the button, and have the password to their account.
 */
export function needsOf(found: FoundSignUp, { browserKey, userId }: Opener): PendingSignUp["needs"] {
  if (found.accountId !== null && found.accountId !== found.newAccountId)
    return userId === found.accountId ? "nothing" : "sign-in";
  const sameBrowser = browserKey !== null && browserHash(browserKey) === found.browserHash;
  return sameBrowser && found.passwordHash !== null ? "nothing" : "password";
}
