import type { Id, Locale } from "@guildhall/core";
import { z } from "zod";

/** A human who signs in; the same one in every tenant. */
export interface User {
  readonly id: Id<"user_account">;
  readonly email: string;
  readonly locale: Locale | null;
  readonly theme: Theme;
  readonly isOperator: boolean;
  /** What they are called where no hall has its own name for them. */
  readonly fullName: string | null;
  /** IANA; null where they leave it to the hall. */
  readonly timeZone: string | null;
}

export const themeSchema = z.enum(["system", "light", "dark"]);
export type Theme = z.infer<typeof themeSchema>;

/** An e-mail address as accounts are found by it: trimmed, in lower case, at most 254 characters. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: "auth.email-malformed" })
  .pipe(z.email({ error: "auth.email-malformed" }));
