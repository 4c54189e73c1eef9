import { z } from "zod";

export const editBrandingInput = z.object({
  /** Made readable where it is shown; kept as it was chosen. Left out, it stays as it is. */
  accent: z
    .string({ error: "tenancy.accent-malformed" })
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, { error: "tenancy.accent-malformed" })
    .optional(),
  /** The house's own seal red instead. */
  plainAccent: z.boolean().default(false),
  removeLogo: z.boolean().default(false),
});
