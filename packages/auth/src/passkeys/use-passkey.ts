import { invalid } from "@guildhall/core";
import { completeSignIn, type SignInOutcome } from "../sessions/complete-sign-in.ts";
import { renewSession } from "../sessions/renew-session.ts";
import type { Device, Sessions, SignedIn } from "../sessions/sessions.ts";
import { checkPasskey } from "./check-passkey.ts";
import type { RelyingParty } from "./passkey.ts";

interface PasskeySignIn {
  /** What the browser answered, as text. */
  readonly credential: unknown;
  readonly device: Device;
  readonly previousToken: string | null;
  readonly now: Date;
}

/** Signs in whoever's passkey it is; nobody has to say who they are first. */
export async function signInWithPasskey(
  house: RelyingParty & { readonly sessions: Sessions },
  { credential, device, previousToken, now }: PasskeySignIn,
): Promise<SignInOutcome> {
  const userId = await checkPasskey(house, credential, now);
  return completeSignIn(house.sessions, { userId, proof: "passkey", device, previousToken });
}

/** Proves again, by one of their own passkeys, that it is its owner who sits there. Returns the session's new token. */
export async function proveByPasskey(
  house: RelyingParty,
  who: SignedIn,
  credential: unknown,
  now: Date,
): Promise<string> {
  if ((await checkPasskey(house, credential, now)) !== who.user.id) throw invalid("auth.passkey-refused");
  return house.database.withPlatform("sign-in", (platform) =>
    renewSession(platform, who, { proofs: ["passkey"], endOthers: false, now }),
  );
}
