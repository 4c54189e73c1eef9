import { conflict, invalid } from "@guildhall/core";
import { generateRegistrationOptions, verifyRegistrationResponse } from "@simplewebauthn/server";
import { tellOwner } from "../notices/tell-owner.ts";
import { requireFreshProof } from "../sessions/fresh-proof.ts";
import { renewSession } from "../sessions/renew-session.ts";
import type { SignedIn } from "../sessions/sessions.ts";
import { issueToken, takeToken } from "../tokens/credential-token.ts";
import {
  algorithms,
  attestationSchema,
  mostPasskeys,
  partyOf,
  type RelyingParty,
  registrationToken,
} from "./passkey.ts";
import { addPasskeyInput } from "./passkey-inputs.ts";

/** What the browser hands to an authenticator so that it makes a key for this house. */
export async function beginPasskey(house: RelyingParty, who: SignedIn, now: Date) {
  requireFreshProof(who, now);
  const { id: userId, email, fullName } = who.user;
  const { existing, challenge } = await house.database.withPlatform("sign-in", async (platform) => ({
    existing: await platform.selectFrom("passkey").select(["id", "transports"]).where("user_id", "=", userId).execute(),
    challenge: await issueToken(platform, registrationToken, { userId, payload: {}, now }),
  }));
  if (existing.length >= mostPasskeys) throw conflict("auth.passkeys-many", { most: mostPasskeys });
  return generateRegistrationOptions({
    rpName: "Guildhall",
    rpID: partyOf(house).rpID,
    userID: new Uint8Array(Buffer.from(userId)),
    userName: email,
    userDisplayName: fullName ?? email,
    challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
    attestationType: "none", // which make of key it is, is no business of ours
    excludeCredentials: existing,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
    timeout: registrationToken.seconds * 1_000,
  });
}

/** Takes a new passkey on. Its owner has just unlocked it, so this session counts as proved by it; others end. */
export async function addPasskey(
  house: RelyingParty,
  who: SignedIn,
  input: unknown,
  now: Date,
): Promise<{ sessionToken: string }> {
  requireFreshProof(who, now);
  const { name, credential: answered } = addPasskeyInput.parse(input);
  const parsed = attestationSchema.safeParse(answered);
  if (!parsed.success) throw refused();
  const answer = parsed.data;
  const { rpID, origin } = partyOf(house);
  const userId = who.user.id;
  const { registrationInfo } = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: async (challenge) => {
      const taken = await house.database.withPlatform("sign-in", (platform) =>
        takeToken(platform, registrationToken, challenge, now),
      );
      return taken?.userId === userId;
    },
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => {
    throw refused();
  });
  if (!registrationInfo) throw refused();
  const { credential, credentialBackedUp } = registrationInfo;
  return house.database.withPlatform("sign-in", async (platform) => {
    const added = await platform
      .insertInto("passkey")
      .values({
        id: credential.id,
        user_id: userId,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: answer.response.transports,
        name,
        backed_up: credentialBackedUp,
        created_at: now,
      })
      .onConflict((conflicting) => conflicting.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) throw refused(); // an id that somebody has already is no accident
    await tellOwner(platform, userId, "passkey-added");
    return { sessionToken: await renewSession(platform, who, { proofs: ["passkey"], endOthers: true, now }) };
  });
}

const refused = () => invalid("auth.passkey-refused");
