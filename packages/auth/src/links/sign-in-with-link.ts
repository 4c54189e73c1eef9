import { type Id, invalid } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { takeCodeByLink } from "../codes/credential-code.ts";
import { accountOf, type Entered } from "../codes/sign-in-with-code.ts";
import { countAttempt } from "../limits/count-attempt.ts";
import { countMiss } from "../limits/count-miss.ts";
import { addressLimits } from "../limits/door-limits.ts";
import { completeSignIn } from "../sessions/complete-sign-in.ts";
import { readToken, takeToken } from "../tokens/credential-token.ts";
import { fingerprintOf } from "../tokens/fingerprint.ts";
import { signInLinkKind } from "./sign-in-link.ts";
import { linkElsewhereInput } from "./sign-in-link-input.ts";

/** What the page behind a link shows before anybody is signed in. */
export interface ReadLink {
  readonly userId: Id<"user_account">;
  /** Where it was sent, for the browser that asked; another has to say so itself. */
  readonly email: string | null;
  readonly returnTo: string | null;
}

/** Looks at a link without using it up; null once it was used, has run out, or never was. */
export async function readSignInLink(
  { database }: Porch,
  token: string,
  { doorToken, at }: Arrival,
): Promise<ReadLink | null> {
  const link = await database.withPlatform("sign-in", (db) => findLink(db, token, at), { readOnly: true });
  if (!link) return null;
  const { userId, recipient, return_to } = link;
  return { userId, email: isHolder(link, doorToken) ? recipient : null, returnTo: return_to };
}

/**
 * Signs in with the link of a mail; null if it is used up or has run out. The browser that asked for it only presses a
 * button. Any other must name the address it was sent to (`auth.address-mismatch` otherwise): so nobody ends up in
 * somebody else's account by following a link that was passed on to them.
 */
export async function signInWithLink(
  { database, sessions }: Porch,
  token: string,
  input: unknown,
  arrival: Arrival,
): Promise<Entered | null> {
  const { doorToken, at: now, device, previousToken } = arrival;
  const link = await database.withPlatform("sign-in", (db) => findLink(db, token, now), { readOnly: true });
  if (!link) {
    await countMiss(database, arrival);
    return null;
  }
  if (!isHolder(link, doorToken)) {
    const { email } = linkElsewhereInput.parse(input);
    await countAttempt(database, addressLimits(link.id), now);
    if (email !== link.recipient) throw invalid("auth.address-mismatch", { email: "auth.address-mismatch" });
  }
  const taken = await database.withPlatform("sign-in", async (db) => {
    if (!(await takeToken(db, signInLinkKind, token, now))) return null;
    const code = await takeCodeByLink(db, link.id, now);
    const account = code && (await accountOf(db, code, now));
    return account && { account, code };
  });
  if (!taken) return null;
  const outcome = await completeSignIn(sessions, { userId: taken.account.id, proof: "mail", device, previousToken });
  return { outcome, returnTo: taken.code.returnTo };
}

async function findLink(platform: Kysely<DB>, token: string, now: Date) {
  const found = await readToken(platform, signInLinkKind, token, now);
  if (!found?.userId) return null;
  const row = await platform
    .selectFrom("credential_code")
    .innerJoin("user_account", "user_account.id", "credential_code.user_id")
    .select(["credential_code.id", "holder", "recipient", "return_to"])
    .where("credential_code.id", "=", found.payload.codeId)
    .where("used_at", "is", null)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row ? { ...row, userId: found.userId } : null;
}

function isHolder({ holder }: { holder: string }, doorToken: string | null): boolean {
  return doorToken !== null && fingerprintOf(doorToken) === holder;
}
