import { phoneSchema } from "@guildhall/auth/schemas";
import { type Id, lineSchema } from "@guildhall/core";
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

/** A name as it is written, in any script. */
export const fullNameSchema = lineSchema(200, { empty: "people.name-missing" });

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
