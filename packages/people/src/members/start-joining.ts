import { createHash } from "node:crypto";
import { type Account, countAttempt, findAccount, hashPassword, issueToken, type TokenKind } from "@guildhall/auth";
import { AppError, conflict, type Id, idSchema, localeSchema, notFound, systemClock } from "@guildhall/core";
import type { Database, Scope } from "@guildhall/db";
import { queueMessage, verifyEmail } from "@guildhall/mail";
import { z } from "zod";
import { claimByLink } from "../claims/claim-by-link.ts";
import { joinAsMember, readJoining } from "./join-hall.ts";
import { type JoinOutcome, joinAsMeInput, joinInput } from "./member.ts";

/** What somebody comes in by: the door, an invitation, or the link to their own record. */
const viaSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("door") }),
  z.object({ kind: z.literal("invitation"), id: idSchema("member_invitation") }),
  z.object({ kind: z.literal("link"), id: idSchema("personal_link") }),
]);
export type Via = z.output<typeof viaSchema>;

const hours = 24;

/** Proves a mailbox, and remembers what was asked for. */
export const joinToken = {
  purpose: "portal-join",
  payload: z.object({
    tenantId: idSchema("tenant"),
    email: z.string(),
    fullName: z.string(),
    passwordHash: z.string().nullable(),
    /** Of what the browser holds that chose the password: in no other one does that password count. */
    browserHash: z.string().nullable(),
    note: z.string().nullable(),
    locale: localeSchema,
    via: viaSchema,
  }),
  seconds: hours * 3_600,
} satisfies TokenKind<z.ZodType>;

export interface Arrival {
  readonly via: Via;
  readonly publicUrl: string;
  /** Where they come from; limits count it. */
  readonly network: string | null;
}

/**
 * Begins to join without being signed in: a link goes to the mailbox, whether or not it has an account, and all else
 * happens behind it. Says and takes the same for an address that is known and one that is not.
 */
export async function startJoining(
  database: Database,
  scope: Scope,
  input: unknown,
  { via, publicUrl, network, browser }: Arrival & { readonly browser: string },
): Promise<void> {
  const { fullName, email, password, note } = joinInput.parse(input);
  await countArrival(database, network);
  if (via.kind === "door") {
    const joining = await database.withTenant(scope, readJoining, { readOnly: true });
    if (joining === "invitation") throw conflict("people.invitation-needed");
  }
  const passwordHash = password === null ? null : await hashPassword(password);
  await mailLink(database, scope, publicUrl, {
    tenantId: scope.tenant.id,
    email,
    fullName,
    passwordHash,
    browserHash: passwordHash === null ? null : hashOfBrowser(browser),
    note,
    locale: scope.locale,
    via,
  });
}

/** Joins as who is signed in: one click, after the hall's own rule. */
export async function joinAsMe(
  database: Database,
  scope: Scope,
  input: unknown,
  { via, publicUrl, network, userId }: Arrival & { readonly userId: Id<"user_account"> },
): Promise<JoinOutcome> {
  const { fullName, note } = joinAsMeInput.parse(input);
  await countArrival(database, network);
  const account = await database.withPlatform("sign-in", (db) => findAccount(db, userId), { readOnly: true });
  if (!account) throw notFound();
  const outcome = await comeIn(database, scope, {
    account,
    fullName,
    note,
    via,
    mailboxProven: provenJustNow(account),
  });
  if (outcome.kind !== "prove-mailbox") return outcome;
  const { email } = account;
  const asked = { tenantId: scope.tenant.id, email, fullName, note, locale: scope.locale, via };
  await mailLink(database, scope, publicUrl, { ...asked, passwordHash: null, browserHash: null });
  return outcome;
}

interface Coming {
  readonly account: Pick<Account, "userId" | "email">;
  readonly fullName: string;
  readonly note: string | null;
  readonly via: Via;
  readonly mailboxProven: boolean;
}

/** One transaction of the hall, by whichever way somebody comes. */
export function comeIn(
  database: Database,
  scope: Scope,
  { account: { userId, email }, fullName, note, via, mailboxProven }: Coming,
): Promise<JoinOutcome> {
  const joiner = { userId, fullName, email, locale: scope.locale, note };
  return database.withTenant(scope, (ctx) =>
    via.kind === "link"
      ? claimByLink(ctx, { joiner, linkId: via.id })
      : joinAsMember(ctx, { joiner, mailboxProven, invitationId: via.kind === "invitation" ? via.id : null }),
  );
}

const hour = 3_600_000;

/** A mailbox proven a year ago may be somebody else's by now. */
function provenJustNow({ emailVerifiedAt }: Account): boolean {
  return emailVerifiedAt !== null && systemClock.now().getTime() - emailVerifiedAt.getTime() < hour;
}

/** Whose network says nothing is counted by mailbox alone: behind one proxy all would share a limit. */
async function countArrival(database: Database, network: string | null): Promise<void> {
  if (network) await countAttempt(database, [{ key: `join-ip:${network}`, most: 30, within: 600 }], systemClock.now());
}

const mailsAnHour = 5;

async function mailLink(
  database: Database,
  scope: Scope,
  publicUrl: string,
  payload: z.input<typeof joinToken.payload>,
): Promise<void> {
  const now = systemClock.now();
  const { email, tenantId } = payload;
  // Beyond that nothing more is sent, and nothing else is said: five links that work are in that mailbox.
  if (await isFlooded(database, `join-mail:${tenantId}:${email}`, now)) return;
  const token = await database.withPlatform("sign-in", (db) => issueToken(db, joinToken, { payload, now }));
  await database.withTenant(scope, (ctx) =>
    queueMessage(ctx, {
      template: verifyEmail,
      purpose: "transactional",
      recipient: email,
      locale: scope.locale,
      input: { url: `${publicUrl}/c/${scope.tenant.slug}/join/${token}`, hours },
    }),
  );
}

async function isFlooded(database: Database, key: string, now: Date): Promise<boolean> {
  try {
    await countAttempt(database, [{ key, most: mailsAnHour, within: 3_600 }], now);
    return false;
  } catch (error) {
    if (error instanceof AppError && error.kind === "limited") return true;
    throw error;
  }
}

export function hashOfBrowser(browser: string): string {
  return createHash("sha256").update(`joining:${browser}`).digest("hex");
}
