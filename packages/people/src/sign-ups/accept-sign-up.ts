import {
  completeSignIn,
  countAttempt,
  type Device,
  hashPassword,
  makeAccountOfMailbox,
  type Sessions,
  type SignInOutcome,
  takeToken,
} from "@guildhall/auth";
import { AppError, conflict, type Id, invalid, unauthenticated } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { type FoundSignUp, findSignUp, needsOf, type Opener } from "./find-sign-up.ts";
import { makeHall } from "./open-hall.ts";
import { settleSlug } from "./settle-slug.ts";
import { acceptSignUpInput } from "./sign-up.ts";
import { acceptLimits } from "./sign-up-limits.ts";
import { signUpLink } from "./sign-up-link.ts";

interface Arrival extends Opener {
  readonly ip: string | null;
  readonly device: Device;
  readonly previousToken: string | null;
}

interface Porch {
  readonly database: Database;
  readonly sessions: Sessions;
}

/**
 * Answers a sign-up by its link: the account, the hall on trial, its owner inside. The link proves the address; it is
 * used up once the hall is there, so an address that was taken meanwhile (`tenancy.slug-taken` beside `slug`) costs
 * another choice and nothing else. Done twice at once it makes one account and one hall. Signing in is asked for
 * (unauthenticated) where the e-mail has an account already.
 */
export async function acceptSignUp(
  { database, sessions }: Porch,
  token: string,
  input: unknown,
  arrival: Arrival,
): Promise<{ slug: string; signIn: SignInOutcome | null }> {
  const { slug: other, password } = acceptSignUpInput.parse(input);
  await countAttempt(database, acceptLimits(arrival.ip), arrival.now);
  const found = await database.withPlatform(
    "sign-up",
    async (platform) => {
      const signUp = await findSignUp(platform, token, arrival.now);
      if (!signUp) throw new AppError("invalid", "people.sign-up-gone");
      if (signUp.isOpen) return signUp;
      const wanted = { company: signUp.company, slug: other ?? signUp.slug };
      try {
        return { ...signUp, slug: await settleSlug(platform, wanted) };
      } catch (error) {
        // Pressed twice: whoever took the address a moment ago may have been the other press.
        const since = await findSignUp(platform, token, arrival.now);
        if (!since) throw new AppError("invalid", "people.sign-up-gone");
        if (since.isOpen) return since;
        throw error;
      }
    },
    { readOnly: true },
  );

  const userId = await accountOf(database, found, password, arrival);
  const { hallId: id, company, fullName, email, locale, timeZone } = found;
  const slug = await makeHall(database, { id, slug: found.slug, company, fullName, email, locale, timeZone, userId });
  await useUp(database, token, found, arrival.now);

  if (arrival.userId === userId) return { slug, signIn: null };
  const { device, previousToken } = arrival;
  return { slug, signIn: await completeSignIn(sessions, { userId, proof: "mail", device, previousToken }) };
}

/** Whose hall it will be: the account that the address has, for whoever is signed in to it, or a new one. */
async function accountOf(
  database: Database,
  found: FoundSignUp,
  password: string | null,
  arrival: Arrival,
): Promise<Id<"user_account">> {
  const needs = needsOf(found, arrival);
  if (needs === "sign-in") {
    if (arrival.userId === null) throw unauthenticated();
    throw conflict("people.sign-up-for-another");
  }
  if (found.accountId !== null && found.accountId === arrival.userId) return found.accountId;
  if (needs === "password" && password === null)
    throw invalid("auth.password-missing", { password: "auth.password-missing" });
  const passwordHash = password === null ? found.passwordHash : await hashPassword(password);
  if (passwordHash === null) throw new AppError("invalid", "people.sign-up-gone");
  const { newAccountId: id, email, fullName, locale, timeZone } = found;
  await database.withPlatform("sign-up", async (platform) => {
    const mailbox = { id, email, passwordHash, fullName, locale, timeZone, now: arrival.now };
    if (await makeAccountOfMailbox(platform, mailbox)) return;
    const known = await platform.selectFrom("user_account").select("id").where("email", "=", email).executeTakeFirst();
    if (known?.id !== id) throw unauthenticated(); // not by this link: somebody opened one with it a moment ago
  });
  return id;
}

/** The link opens nothing from now on, and the password's hash is where it belongs. */
async function useUp(database: Database, token: string, { id }: FoundSignUp, now: Date): Promise<void> {
  await database.withPlatform("sign-up", async (platform) => {
    await takeToken(platform, signUpLink, token, now);
    await platform.updateTable("sign_up").set({ opened_at: now, password_hash: null }).where("id", "=", id).execute();
  });
}
