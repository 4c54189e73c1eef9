import { invalid } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { Arrival, Porch } from "../arrivals/arrival.ts";
import { countMiss } from "../limits/count-miss.ts";
import { completeSignIn, type SignInOutcome } from "../sessions/complete-sign-in.ts";
import { fingerprintOf } from "../tokens/fingerprint.ts";
import { findAccount, type OpenAccount } from "../users/open-account.ts";
import { proveEmail } from "../users/prove-email.ts";
import { codeInput } from "./code-input.ts";
import { findAsked, type TakenCode, tryCode } from "./credential-code.ts";

const signInPurposes = ["mail-sign-in", "sms-sign-in"] as const;

export interface Entered {
  readonly outcome: SignInOutcome;
  /** Where they were going when they were asked who they are. */
  readonly returnTo: string | null;
}

/**
 * Signs in with the six digits of a mail or SMS that this browser asked for. `auth.code-wrong`, or `auth.code-gone`
 * after five wrong tries, a while, or where it never asked: the same for addresses that nobody has.
 */
export async function signInWithCode(
  { database, sessions }: Porch,
  input: unknown,
  arrival: Arrival,
): Promise<Entered> {
  const { code: digits } = codeInput.parse(input);
  const { doorToken, at: now, device, previousToken } = arrival;
  const answer = doorToken
    ? await database.withPlatform("sign-in", async (db) => {
        const taken = await tryCode(db, { purposes: signInPurposes, holder: fingerprintOf(doorToken), digits, now });
        if (taken === "wrong" || taken === "gone") return taken;
        const account = await accountOf(db, taken, now);
        return account ? { account, taken } : "gone";
      })
    : "gone";
  if (answer === "wrong") throw invalid("auth.code-wrong", { code: "auth.code-wrong" });
  if (answer === "gone") {
    await countMiss(database, arrival);
    throw invalid("auth.code-gone", { code: "auth.code-gone" });
  }
  const { account, taken } = answer;
  const proof = taken.purpose === "mail-sign-in" ? "mail" : "sms";
  const outcome = await completeSignIn(sessions, { userId: account.id, proof, device, previousToken });
  return { outcome, returnTo: taken.returnTo };
}

/** The account that a code opens, if it is still open and the address or number is still its own. */
export async function accountOf(
  platform: Kysely<DB>,
  { userId, purpose, recipient }: TakenCode,
  now: Date,
): Promise<OpenAccount | null> {
  const account = await findAccount(platform, userId);
  const byMail = purpose === "mail-sign-in";
  if (!account || (byMail ? account.email : account.phone) !== recipient) return null;
  if (byMail) await proveEmail(platform, account, now);
  return account;
}

/** What this browser last asked for, as it was typed; null where it holds nothing that still works. */
export async function findAskedSignIn(
  { database }: Porch,
  { doorToken, at }: Arrival,
): Promise<{ by: "mail" | "sms"; recipient: string; returnTo: string | null } | null> {
  if (!doorToken) return null;
  const asked = await database.withPlatform(
    "sign-in",
    (db) => findAsked(db, signInPurposes, fingerprintOf(doorToken), at),
    { readOnly: true },
  );
  return asked && { by: asked.purpose === "mail-sign-in" ? "mail" : "sms", ...asked };
}
