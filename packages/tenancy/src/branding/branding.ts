import { lineSchema, textSchema } from "@guildhall/core";
import { z } from "zod";

/** What may be left out; an empty field is none. Takes its own output again. */
const optional = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .nullish()
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable());

export const editBrandingInput = z.object({
  /** Made readable where it is shown; kept as it was chosen. */
  accent: z
    .string({ error: "tenancy.accent-malformed" })
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, { error: "tenancy.accent-malformed" }),
  /** The house's own seal red instead. */
  plainAccent: z.boolean().default(false),
  welcomeTitle: optional(lineSchema(120)),
  welcomeText: optional(textSchema(2_000)),
  removeLogo: z.boolean().default(false),
});
