import { z } from "zod";

/** Six digits as people type them, with or without spaces. */
export const authenticatorCodeSchema = z
  .string()
  .max(40, { error: "auth.factor-code-malformed" })
  .transform((text) => text.normalize("NFKC").replaceAll(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, { error: "auth.factor-code-malformed" }));

export const authenticatorCodeInput = z.object({ code: authenticatorCodeSchema });
