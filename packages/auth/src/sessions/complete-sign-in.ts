import type { Id } from "@guildhall/core";
import type { Device, Sessions } from "./sessions.ts";

/** How somebody proved who they are. */
export type Proof = "password" | "mail" | "sms" | "passkey" | "totp" | "recovery-code";

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

/** What follows once a first factor was right, whichever it was: every way of signing in ends here. */
export async function completeSignIn(
  sessions: Sessions,
  { userId, device, previousToken }: FirstProof,
): Promise<SignInOutcome> {
  if (previousToken) await sessions.close(previousToken);
  return { kind: "signed-in", token: await sessions.open(userId, device), userId };
}
