import { lineSchema, textSchema } from "@guildhall/core";
import { z } from "zod";

/** How customers become members: by themselves, once staff agree, or where they were invited. */
export const joiningModes = ["open", "approval", "invitation"] as const;
export type JoiningMode = (typeof joiningModes)[number];

/** What visitors of a hall's portal meet. */
export interface Portal {
  readonly joining: JoiningMode;
  readonly welcomeTitle: string | null;
  readonly welcomeText: string | null;
  /** Whether search engines may list it. */
  readonly indexed: boolean;
}

const leftOut = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .nullable()
    .default(null)
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable());

export const portalInput = z.object({
  joining: z.enum(joiningModes, { error: "tenancy.joining-missing" }),
  welcomeTitle: leftOut(lineSchema(120)),
  welcomeText: leftOut(textSchema(2_000)),
  indexed: z.boolean().default(false),
});
