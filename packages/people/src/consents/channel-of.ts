import type { Channel } from "@guildhall/mail/schemas";
import type { IdentityKind } from "../identities/identity.ts";

/** How a kind of identity is written to; null for one that only tells who somebody is. */
export function channelOf(kind: IdentityKind): Channel | null {
  if (kind === "email") return "email";
  return kind === "phone" ? "sms" : null;
}
