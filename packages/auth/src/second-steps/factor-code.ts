import { z } from "zod";
import { recoveryCodeSchema } from "../recovery-codes/recovery-code.ts";
import { authenticatorCodeSchema } from "../totp/authenticator-code.ts";

/** What is typed where a second factor is asked for: an app's six digits, or a recovery code. */
export const factorCodeInput = z.object({
  code: z
    .string()
    .max(80, { error: "auth.factor-code-malformed" })
    .refine((text) => readFactorCode(text) !== null, { error: "auth.factor-code-malformed" }),
});

export type FactorCode =
  | { readonly kind: "totp"; readonly code: string }
  | { readonly kind: "recovery-code"; readonly code: string };

/** Tells the two apart by their shape; null for neither. */
export function readFactorCode(text: string): FactorCode | null {
  const app = authenticatorCodeSchema.safeParse(text);
  if (app.success) return { kind: "totp", code: app.data };
  const recovery = recoveryCodeSchema.safeParse(text);
  return recovery.success ? { kind: "recovery-code", code: recovery.data } : null;
}
