import type { Id } from "@guildhall/core";
import { z } from "zod";

/** A person as lists show them. */
export interface PersonSummary {
  readonly id: Id<"person">;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string | null;
  readonly avatarFileId: Id<"file"> | null;
  readonly createdAt: Date;
}

/** Text that may be left out. Takes its own output again, since a form and then the command parse the same thing. */
const optionalText = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .nullable()
    .default(null)
    .transform((text) => text || null)
    .pipe(schema.nullable());

/** A name as it is written, in any script: no control or direction-changing characters, at most 200. */
export const fullNameSchema = z
  .string({ error: "people.name-missing" })
  .trim()
  .min(1, { error: "people.name-missing" })
  .max(200, { error: "people.name-long" })
  .refine((name) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name), { error: "people.name-characters" })
  .refine((name) => name === "" || /[^\p{Cf}\p{Z}\p{Cc}]/u.test(name), { error: "people.name-missing" });

/** A number with its country's code, however it is spaced. */
export const phoneSchema = z
  .string({ error: "people.phone-malformed" })
  .transform((text) => text.replace(/[\s().-]/g, ""))
  .pipe(z.string().regex(/^\+[1-9]\d{6,14}$/, { error: "people.phone-malformed" }));

export const createPersonInput = z.object({
  fullName: fullNameSchema,
  email: optionalText(
    z
      .string()
      .toLowerCase()
      .max(254, { error: "people.email-malformed" })
      .pipe(z.email({ error: "people.email-malformed" })),
  ),
  phone: optionalText(phoneSchema),
});
