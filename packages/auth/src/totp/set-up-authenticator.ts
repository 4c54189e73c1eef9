import { randomBytes } from "node:crypto";
import { conflict, invalid } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { z } from "zod";
import { tellOwner } from "../notices/tell-owner.ts";
import { makeRecoveryCodes } from "../recovery-codes/recovery-codes.ts";
import { requireFreshProof } from "../sessions/fresh-proof.ts";
import { renewSession } from "../sessions/renew-session.ts";
import type { SignedIn } from "../sessions/sessions.ts";
import { issueToken, readToken, type TokenKind, takeToken } from "../tokens/credential-token.ts";
import { authenticatorCodeInput } from "./authenticator-code.ts";
import { toBase32 } from "./base32.ts";
import { openSecret, sealSecret } from "./sealed-secret.ts";
import { findStep, keyUri } from "./totp.ts";

const setUpToken = {
  purpose: "authenticator-set-up",
  payload: z.object({ sealed: z.string() }),
  seconds: 1_800,
} satisfies TokenKind<z.ZodType>;

interface Installation {
  readonly database: Database;
  readonly secret: string;
}

/** Begins to set an authenticator app up; returns a token for the page that shows what to scan. */
export async function beginAuthenticator(
  { database, secret }: Installation,
  who: SignedIn,
  now: Date,
): Promise<string> {
  requireFreshProof(who, now);
  const userId = who.user.id;
  const sealed = sealSecret(randomBytes(20), { secret, userId }).toString("base64");
  return database.withPlatform("sign-in", (platform) =>
    issueToken(platform, setUpToken, { userId, payload: { sealed }, now }),
  );
}

/** What an app has to be told. `typed` is for those who cannot scan, in groups of four. */
export interface AuthenticatorSecret {
  readonly uri: string;
  readonly typed: string;
}

/** What the page shows for its token; null where it is somebody else's, used, or has run out. */
export async function showAuthenticator(
  { database, secret }: Installation,
  who: SignedIn,
  { token, issuer, now }: { token: string; issuer: string; now: Date },
): Promise<AuthenticatorSecret | null> {
  requireFreshProof(who, now);
  const found = await database.withPlatform("sign-in", (platform) => readToken(platform, setUpToken, token, now), {
    readOnly: true,
  });
  if (found?.userId !== who.user.id) return null;
  const plain = openSecret(Buffer.from(found.payload.sealed, "base64"), { secret, userId: who.user.id });
  return {
    uri: keyUri(plain, { issuer, account: who.user.email }),
    typed:
      toBase32(plain)
        .match(/.{1,4}/g)
        ?.join(" ") ?? "",
  };
}

/**
 * Takes the app on once its first code is right: this session gets a new token, every other ends. Returns that token and
 * ten recovery codes, which nobody sees again. An app that was there before is replaced.
 */
export async function confirmAuthenticator(
  { database, secret }: Installation,
  who: SignedIn,
  { token, now, ...input }: { token: string; code: unknown; now: Date },
): Promise<{ sessionToken: string; recoveryCodes: readonly string[] }> {
  requireFreshProof(who, now);
  const { code } = authenticatorCodeInput.parse(input);
  const userId = who.user.id;
  return database.withPlatform("sign-in", async (platform) => {
    const found = await readToken(platform, setUpToken, token, now);
    if (found?.userId !== userId) throw conflict("auth.set-up-over");
    const plain = openSecret(Buffer.from(found.payload.sealed, "base64"), { secret, userId });
    const step = findStep(plain, code, now);
    if (step === null) throw invalid("auth.factor-code-wrong", { code: "auth.factor-code-wrong" });
    if (!(await takeToken(platform, setUpToken, token, now))) throw conflict("auth.set-up-over");
    const app = { sealed_secret: sealSecret(plain, { secret, userId }), last_step: step, created_at: now };
    await platform
      .insertInto("authenticator")
      .values({ user_id: userId, ...app })
      .onConflict((conflicting) => conflicting.column("user_id").doUpdateSet(app))
      .execute();
    const recoveryCodes = await makeRecoveryCodes(platform, userId, now);
    await tellOwner(platform, userId, "app-added");
    return {
      sessionToken: await renewSession(platform, who, { proofs: ["totp"], endOthers: true, now }),
      recoveryCodes,
    };
  });
}
