import { conflict, type Id, localeSchema, newId, systemClock } from "@guildhall/core";
import { type Database, violates } from "@guildhall/db";
import { z } from "zod";
import { hashPassword } from "../passwords/password.ts";
import { passwordSchema } from "../passwords/password-schema.ts";
import { emailSchema } from "./user.ts";

const createUserInput = z.object({
  email: emailSchema,
  password: passwordSchema.nullable(),
  locale: localeSchema.nullable().default(null),
  emailVerified: z.boolean().default(false),
  isOperator: z.boolean().default(false),
});

/** Makes an account. The address must be free: `auth.email-taken` otherwise, which no page may pass on to a stranger. */
export async function createUser(database: Database, input: unknown): Promise<Id<"user_account">> {
  const { email, password, locale, emailVerified, isOperator } = createUserInput.parse(input);
  const now = systemClock.now();
  const id = newId<"user_account">();
  const passwordHash = password === null ? null : await hashPassword(password);
  try {
    await database.withPlatform("sign-in", (db) =>
      db
        .insertInto("user_account")
        .values({
          id,
          email,
          password_hash: passwordHash,
          locale,
          is_operator: isOperator,
          email_verified_at: emailVerified ? now : null,
          created_at: now,
        })
        .execute(),
    );
  } catch (error) {
    throw violates(error, "user_account_email_key") ? conflict("auth.email-taken") : error;
  }
  return id;
}
