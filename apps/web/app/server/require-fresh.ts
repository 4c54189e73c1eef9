import { requireFreshProof, type SignedIn } from "@guildhall/auth";

/** For a page that must not be opened by whoever finds a device unlocked: leads to the way to prove it again, and back. */
export function requireFresh(who: SignedIn): void {
  requireFreshProof(who, new Date());
}
