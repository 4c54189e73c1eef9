import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal: what is kept of a secret that only somebody else may hold. */
export function fingerprintOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
