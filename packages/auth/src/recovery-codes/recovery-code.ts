import { z } from "zod";

/** A recovery code as people type it, in groups or not; 0 and 1 are not among its signs, O and I are. */
export const recoveryCodeSchema = z
  .string()
  .max(80, { error: "auth.factor-code-malformed" })
  .transform((text) =>
    text
      .normalize("NFKC")
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, "")
      .replaceAll("0", "O")
      .replaceAll("1", "I"),
  )
  .pipe(z.string().regex(/^[A-Z2-7]{16}$/, { error: "auth.factor-code-malformed" }));
