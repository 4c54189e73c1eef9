import { lineSchema } from "@guildhall/core";
import { z } from "zod";

/** Names of the house itself, of its parts, and those that would mislead. */
const reserved = new Set(
  `www web api app apps admin administrator console account accounts login logout signin signout signup sign-in sign-up
   register join reset guildhall huiguan house hall halls support help helpdesk status mail email webmail smtp dev test
   staging demo sync live public static assets files cdn img media docs blog news about contact pricing plans billing
   payments pay invoice invoices legal terms privacy imprint security abuse postmaster hostmaster webmaster root system
   operator official staff team owner null undefined true false new edit delete settings workspace portal search
   unsubscribe hooks webhooks healthz readyz metrics robots favicon sitemap well-known`.split(/\s+/),
);

/** What a company calls itself. */
export const tenantNameSchema = lineSchema(200);

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
