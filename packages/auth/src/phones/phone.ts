import { z } from "zod";

/** A number in E.164 ("+8613800138000"), from how people write it: with spaces, brackets, hyphens, or 00 for +. */
export const phoneSchema = z
  .string({ error: "auth.phone-malformed" })
  .max(60, { error: "auth.phone-malformed" })
  .transform((text) =>
    text
      .normalize("NFKC")
      .replace(/[\s().-]/g, "")
      .replace(/^00/, "+"),
  )
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, { error: "auth.phone-malformed" }));

export const phoneInput = z.object({ phone: phoneSchema });
