import type { Id, Locale } from "@guildhall/core";
import { z } from "zod";

/** A human who signs in; the same one in every tenant. */
export interface User {
  readonly id: Id<"user_account">;
  readonly email: string;
  readonly locale: Locale | null;
  readonly theme: "system" | "light" | "dark";
  readonly isOperator: boolean;
}

/** An e-mail address as accounts are found by it: trimmed, in lower case, at most 254 characters. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: "auth.email-malformed" })
  .pipe(z.email({ error: "auth.email-malformed" }));
