import { conflict, type Id } from "@guildhall/core";
import { z } from "zod";
import { issueToken, type TokenKind } from "../tokens/credential-token.ts";
import { type Proof, proofSchema } from "./proof.ts";
import type { Device, Sessions } from "./sessions.ts";

/** Signed in, with the token for the cookie; or a second factor is still asked for, under a token for its page. */
export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly token: string; readonly userId: Id<"user_account"> }
  | { readonly kind: "second-step"; readonly token: string };

interface FirstProof {
  readonly userId: Id<"user_account">;
  readonly proof: Proof;
  readonly device: Device;
  /** The session that the browser came with, which does not live through a change of who it is. */
  readonly previousToken: string | null;
}

/** A first factor was right, and the second is awaited: ten minutes. */
export const secondStepToken = {
  purpose: "second-step",
  payload: z.object({ proof: proofSchema }),
  seconds: 600,
} satisfies TokenKind<z.ZodType>;

/**
 * What follows once a first factor was right, whichever it was: every way of signing in ends here. Who has an
 * authenticator app is asked for its code; a passkey that its owner unlocked is both factors at once. Throws
 * `auth.account-closed` for an account that was given up.
 */
export async function completeSignIn(
  sessions: Sessions,
  { userId, proof, device, previousToken }: FirstProof,
): Promise<SignInOutcome> {
  const outcome = await sessions.database.withPlatform("sign-in", async (platform) => {
    const account = await platform
      .selectFrom("user_account")
      .leftJoin("authenticator", "authenticator.user_id", "user_account.id")
      .select(["user_account.closed_at", "authenticator.user_id as app"])
      .where("user_account.id", "=", userId)
      .executeTakeFirstOrThrow();
    if (account.closed_at) throw conflict("auth.account-closed");
    if (account.app === null || proof === "passkey") return null;
    return issueToken(platform, secondStepToken, { userId, payload: { proof }, now: new Date() });
  });
  if (outcome !== null) return { kind: "second-step", token: outcome };
  if (previousToken) await sessions.close(previousToken);
  return { kind: "signed-in", token: await sessions.open(userId, device, [proof]), userId };
}
