import { AppError } from "@guildhall/core";
import type { SignedIn } from "./sessions.ts";

/** How long a proof is fresh, for what asks to prove it again: 15 minutes. */
const freshFor = 15 * 60_000;

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
