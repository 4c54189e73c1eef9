import { randomBytes } from "node:crypto";
import { limited } from "@guildhall/core";
import { enqueueJob } from "@guildhall/jobs";
import { type Arrival, knockerOf, type Porch } from "../arrivals/arrival.ts";
import { type CodePurpose, openCode } from "../codes/credential-code.ts";
import { countAttempt, isUsedUp } from "../limits/count-attempt.ts";
import { sendLimits, smsTotal } from "../limits/door-limits.ts";
import { phoneInput } from "../phones/phone.ts";
import { fingerprintOf } from "../tokens/fingerprint.ts";
import { findAccountByEmail, findAccountByPhone } from "../users/open-account.ts";
import { sendSignInCodeJob, sendSignInLinkJob } from "./jobs.ts";
import { signInLinkInput } from "./sign-in-link-input.ts";

/**
 * Asks for a mail with a link and a code. The same answer in the same time, whether or not anybody has the address: a
 * job looks. Returns what the browser must hold to use either without being asked who it is.
 */
export async function askForSignInLink(
  porch: Porch,
  input: unknown,
  arrival: Arrival,
  returnTo: string | null,
): Promise<string> {
  const { email } = signInLinkInput.parse(input);
  const account = await porch.database.withPlatform("sign-in", (db) => findAccountByEmail(db, email));
  const limits = sendLimits(knockerOf(porch, arrival, account?.id ?? null), "email", email);
  await countAttempt(porch.database, limits, arrival.at);
  return ask(porch, { purpose: "mail-sign-in", recipient: email, job: sendSignInLinkJob }, arrival, returnTo);
}

/** Asks for a code by SMS, which goes to numbers alone that were proved; and answers alike for all others. */
export async function askForSignInCode(
  porch: Porch,
  input: unknown,
  arrival: Arrival,
  returnTo: string | null,
): Promise<string> {
  const { phone } = phoneInput.parse(input);
  const account = await porch.database.withPlatform("sign-in", (db) => findAccountByPhone(db, phone));
  const limits = sendLimits(knockerOf(porch, arrival, account?.id ?? null), "sms", phone);
  await countAttempt(porch.database, limits, arrival.at);
  if (await isUsedUp(porch.database, smsTotal(porch.smsPerHour), arrival.at)) throw limited("auth.sms-paused");
  return ask(porch, { purpose: "sms-sign-in", recipient: phone, job: sendSignInCodeJob }, arrival, returnTo);
}

interface Asked {
  readonly purpose: CodePurpose;
  readonly recipient: string;
  readonly job: string;
}

async function ask(
  { database }: Porch,
  { purpose, recipient, job }: Asked,
  { doorToken, locale, at }: Arrival,
  returnTo: string | null,
): Promise<string> {
  const held = doorToken ?? randomBytes(32).toString("base64url");
  await database.withPlatform("sign-in", async (db) => {
    const codeId = await openCode(db, { purpose, holder: fingerprintOf(held), recipient, returnTo, now: at });
    await enqueueJob(db, job, { codeId, locale }, { maxAttempts: 6 });
  });
  return held;
}
