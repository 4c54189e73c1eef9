import { AppError } from "@guildhall/core";
import { z } from "zod";
import type { SignedIn } from "./sessions.ts";

export const proofSchema = z.enum(["password", "mail", "sms", "passkey", "totp", "recovery-code"]);

/** How somebody proved who they are. */
export type Proof = z.infer<typeof proofSchema>;

/** How long a proof is fresh, for what asks to prove it again: 15 minutes. */
export const freshFor = 15 * 60_000;

/** Whether this much proves two factors: a passkey is unlocked by its owner, and so is two by itself. */
export function provesTwoFactors(proved: readonly Proof[]): boolean {
  return proved.some((proof) => proof === "passkey" || proof === "totp" || proof === "recovery-code");
}

export function isFreshlyProved({ provedAt }: Pick<SignedIn, "provedAt">, now: Date): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() <= freshFor;
}

/**
 * For what must not be done by whoever finds a device unlocked. Throws `auth.prove-again`, which every page turns into
 * the way to prove it, and back.
 */
export function requireFreshProof(who: Pick<SignedIn, "provedAt">, now: Date): void {
  if (!isFreshlyProved(who, now)) throw new AppError("forbidden", "auth.prove-again");
}
