import {
  accountOfMailbox,
  completeSignIn,
  type Device,
  hashPassword,
  makeAccountOfMailbox,
  readToken,
  type Sessions,
  type SignInOutcome,
  takeToken,
} from "@guildhall/auth";
import { conflict, systemClock } from "@guildhall/core";
import type { Database, Scope } from "@guildhall/db";
import { findMemberInvitation } from "../invited/invitation.queries.ts";
import { acceptInput, confirmInput, type JoinOutcome } from "./member.ts";
import { comeIn, hashOfBrowser, joinToken, startJoining, type Via } from "./start-joining.ts";

export interface PendingJoin {
  readonly email: string;
  readonly fullName: string;
  /** A password was chosen, in another browser: whoever confirms here chooses theirs. */
  readonly asksPassword: boolean;
}

/** What the link in the mail is for; null once it is used, has run out, or is another hall's. */
export async function readPendingJoin(
  database: Database,
  scope: Scope,
  token: string,
  browser: string | null,
): Promise<PendingJoin | null> {
  const taken = await database.withPlatform("sign-in", (db) => readToken(db, joinToken, token, systemClock.now()), {
    readOnly: true,
  });
  if (!taken || taken.payload.tenantId !== scope.tenant.id) return null;
  const { email, fullName, browserHash } = taken.payload;
  return { email, fullName, asksPassword: browserHash !== null && !isBrowser(browser, browserHash) };
}

interface Confirming {
  readonly device: Device;
  readonly previousToken: string | null;
  /** The secret of the browser that this comes from, if it holds one. */
  readonly browser: string | null;
}

interface Confirmed {
  readonly signIn: SignInOutcome;
  /** Null while a second factor is still asked for: whoever passes it joins with one click. */
  readonly outcome: JoinOutcome | null;
}

/**
 * Behind the link in the mail: the mailbox is theirs, so they are signed in, with an account made where there was none,
 * and come into the hall. A password counts in the browser alone where it was chosen: whoever typed in somebody
 * else's address would otherwise have a key to their account.
 */
export async function confirmJoining(
  database: Database,
  sessions: Sessions,
  scope: Scope,
  token: string,
  input: unknown,
  { device, previousToken, browser }: Confirming,
): Promise<Confirmed> {
  const { password } = confirmInput.parse(input);
  const pending = await readPendingJoin(database, scope, token, browser);
  const chosenHere = pending?.asksPassword && password !== null ? await hashPassword(password) : null;
  const now = systemClock.now();
  const proven = await database.withPlatform("sign-in", async (db) => {
    const taken = pending && (await takeToken(db, joinToken, token, now));
    if (!taken) return null;
    const { payload } = taken;
    const trusted = payload.browserHash !== null && isBrowser(browser, payload.browserHash);
    const account = await accountOfMailbox(db, {
      ...payload,
      passwordHash: trusted ? payload.passwordHash : chosenHere,
      now,
    });
    return account && { account, payload };
  });
  if (!proven) throw conflict("people.link-gone");
  const { account, payload } = proven;
  const { email, fullName, note, via } = payload;
  return arrive(
    database,
    sessions,
    scope,
    { device, previousToken },
    { userId: account.userId, email, fullName, note, via },
  );
}

interface Accepting extends Omit<Confirming, "browser"> {
  readonly browser: string;
  readonly publicUrl: string;
  readonly network: string | null;
}

/**
 * By an invitation that came to a mailbox: whoever holds it reads that mailbox, so that a new account needs no second
 * mail. One that is there already is not opened by it, since the invitation is good for weeks: null, and a link is sent.
 */
export async function acceptMailedInvitation(
  database: Database,
  sessions: Sessions,
  scope: Scope,
  token: string,
  input: unknown,
  { device, previousToken, browser, publicUrl, network }: Accepting,
): Promise<Confirmed | null> {
  const invitation = await database.withTenant(scope, (ctx) => findMemberInvitation(ctx, token), { readOnly: true });
  if (!invitation?.email) throw conflict("people.link-gone");
  const { email } = invitation;
  const { fullName, password, note } = acceptInput.parse(input);
  const via = { kind: "invitation", id: invitation.id } as const;
  const passwordHash = password === null ? null : await hashPassword(password);
  const { locale } = scope;
  const userId = await database.withPlatform("sign-in", (db) =>
    makeAccountOfMailbox(db, { email, fullName, passwordHash, locale, now: systemClock.now() }),
  );
  if (userId)
    return arrive(database, sessions, scope, { device, previousToken }, { userId, email, fullName, note, via });
  await startJoining(database, scope, { fullName, email, password, note }, { via, publicUrl, network, browser });
  return null;
}

interface Arriving {
  readonly userId: Parameters<typeof completeSignIn>[1]["userId"];
  readonly email: string;
  readonly fullName: string;
  readonly note: string | null;
  readonly via: Via;
}

async function arrive(
  database: Database,
  sessions: Sessions,
  scope: Scope,
  { device, previousToken }: Omit<Confirming, "browser">,
  { userId, email, fullName, note, via }: Arriving,
): Promise<Confirmed> {
  const signIn = await completeSignIn(sessions, { userId, proof: "mail", device, previousToken });
  if (signIn.kind === "second-step") return { signIn, outcome: null };
  const outcome = await comeIn(database, scope, {
    account: { userId, email },
    fullName,
    note,
    via,
    mailboxProven: true,
  });
  return { signIn, outcome };
}

function isBrowser(browser: string | null, browserHash: string): boolean {
  return browser !== null && hashOfBrowser(browser) === browserHash;
}
