import { z } from "zod";

/** Names of the house itself, and those that would mislead. */
const reserved = new Set([
  "www",
  "api",
  "app",
  "admin",
  "console",
  "account",
  "login",
  "signup",
  "guildhall",
  "support",
  "help",
  "status",
  "mail",
  "dev",
]);

export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,46}[a-z0-9])$/, { error: "tenancy.slug-malformed" })
  .refine((slug) => !reserved.has(slug), { error: "tenancy.slug-taken" });

/** An IANA time zone that this runtime knows. */
export const timeZoneSchema = z.string().refine(isTimeZone, { error: "tenancy.time-zone-unknown" });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
