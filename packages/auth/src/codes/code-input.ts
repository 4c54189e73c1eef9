import { z } from "zod";

/** Six digits as people type and paste them: full-width, in groups. */
const digitsSchema = z
  .string({ error: "auth.code-malformed" })
  .max(40, { error: "auth.code-malformed" })
  .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, { error: "auth.code-malformed" }));

export const codeInput = z.object({ code: digitsSchema });
