import { type Id, invalid } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { z } from "zod";
import { countAttempt } from "../limits/count-attempt.ts";
import { issueToken, takeToken } from "../tokens/credential-token.ts";
import { assertionSchema, assertionToken, partyOf, type RelyingParty } from "./passkey.ts";

/** What the browser hands to an authenticator, so that somebody signs in with whichever passkey they have for this house. */
export async function askForPasskey(house: RelyingParty, { ip, now }: { ip: string | null; now: Date }) {
  const { database } = house;
  await countAttempt(database, [{ key: `passkey-asked:${ip ?? "unknown"}`, most: 300, within: 600 }], now);
  const challenge = await database.withPlatform("sign-in", (platform) =>
    issueToken(platform, assertionToken, { payload: {}, now }),
  );
  return generateAuthenticationOptions({
    rpID: partyOf(house).rpID,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    userVerification: "required",
    timeout: assertionToken.seconds * 1_000,
  });
}

/**
 * Whose passkey signed this: one whose owner unlocked it (PIN, finger, face), over a challenge of ours that nobody has
 * used. All else is `auth.passkey-refused`, without a reason: only a forger needs one.
 */
export async function checkPasskey(house: RelyingParty, input: unknown, now: Date): Promise<Id<"user_account">> {
  const parsed = assertionSchema.safeParse(input);
  if (!parsed.success) throw refused();
  const answer = parsed.data;
  const { database } = house;
  const passkey = await database.withPlatform(
    "sign-in",
    (platform) => platform.selectFrom("passkey").selectAll().where("id", "=", answer.id).executeTakeFirst(),
    { readOnly: true },
  );
  if (!passkey || !belongs(answer, passkey.user_id)) throw refused();
  const { rpID, origin } = partyOf(house);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => takeChallenge(database, challenge, now),
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id: passkey.id, publicKey: new Uint8Array(passkey.public_key), counter: passkey.counter },
    requireUserVerification: true,
  }).catch(() => {
    throw refused();
  });
  if (!verified || !(await count(database, passkey.id, authenticationInfo, now))) throw refused();
  return passkey.user_id;
}

const refused = () => invalid("auth.passkey-refused");

/** An authenticator that names its user must name this one. */
function belongs({ response }: z.output<typeof assertionSchema>, userId: string): boolean {
  return response.userHandle === undefined || Buffer.from(response.userHandle, "base64url").toString() === userId;
}

async function takeChallenge(database: Database, challenge: string, now: Date): Promise<boolean> {
  return (
    (await database.withPlatform("sign-in", (platform) => takeToken(platform, assertionToken, challenge, now))) !== null
  );
}

/** Keeps the device's count. Of two that bring the same count, as a copied key would, one is refused. */
async function count(
  database: Database,
  id: string,
  { newCounter, credentialBackedUp }: { newCounter: number; credentialBackedUp: boolean },
  now: Date,
): Promise<boolean> {
  const kept = await database.withPlatform("sign-in", (platform) =>
    platform
      .updateTable("passkey")
      .set({ counter: newCounter, backed_up: credentialBackedUp, last_used_at: now })
      .where("id", "=", id)
      .where((row) =>
        row.or([row("counter", "<", newCounter), row.and([row("counter", "=", 0), row.val(newCounter === 0)])]),
      )
      .returning("id")
      .executeTakeFirst(),
  );
  return kept !== undefined;
}
