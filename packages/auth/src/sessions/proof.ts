import { z } from "zod";

export const proofSchema = z.enum(["password", "mail", "sms", "passkey", "totp", "recovery-code"]);

/** How somebody proved who they are. */
export type Proof = z.infer<typeof proofSchema>;

/** Whether this much proves two factors: a passkey is unlocked by its owner, and so is two by itself. */
export function provesTwoFactors(proved: readonly Proof[]): boolean {
  return proved.some((proof) => proof === "passkey" || proof === "totp" || proof === "recovery-code");
}
