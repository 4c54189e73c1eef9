import { emailSchema, passwordSchema } from "@guildhall/auth/schemas";
import { slugSchema, tenantNameSchema, timeZoneSchema } from "@guildhall/tenancy/schemas";
import { z } from "zod";
import { fullNameSchema } from "../people/person.ts";

/** Left empty, an address is made of the name. */
const wantedSlug = z
  .string()
  .trim()
  .nullable()
  .default(null)
  .transform((text) => text || null)
  .pipe(slugSchema.nullable());

/** What the browser says of itself is taken where it makes sense, and passed over where it does not. */
const browserTimeZone = timeZoneSchema.nullable().catch(null).default(null);

const hall = { company: tenantNameSchema, slug: wantedSlug, fullName: fullNameSchema, timeZone: browserTimeZone };

/** A further hall, for somebody who has an account and is signed in. */
export const openHallInput = z.object(hall);

/** A company that is new here, and whoever signs it up. */
export const signUpInput = z.object({ ...hall, email: emailSchema, password: passwordSchema });

/** What is asked for once the mail was answered: another address for the hall, or a password where none is known. */
export const acceptSignUpInput = z.object({
  slug: slugSchema.nullable().default(null),
  password: passwordSchema.nullable().default(null),
});

/** A sign-up as the page that its link opens shows it. */
export interface PendingSignUp {
  readonly company: string;
  readonly slug: string;
  readonly fullName: string;
  readonly email: string;
  /** False where somebody else has taken the address since. */
  readonly slugFree: boolean;
  /** A free address like the one that was taken. */
  readonly suggestion: string | null;
  /** What is needed besides a click: nothing, signing in to the account that the address has, or a password, since this is not the browser that chose one. */
  readonly needs: "nothing" | "sign-in" | "password";
}
