import { createHash, randomBytes } from "node:crypto";

/** What a link carries, and what the hall keeps of it: reading the table opens nothing. */
export function newLinkToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, hash: hashOf(token) };
}

export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
