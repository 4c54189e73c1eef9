import type { Locale } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";

/** In whose name a message is sent: a tenant, or Guildhall itself. */
export interface House {
  readonly kind: "tenant" | "guildhall";
  readonly name: string;
  /** `#rrggbb`; null for the seal's own colour. */
  readonly accent: string | null;
}

/** The tenant's house; Guildhall's own, named in the reader's language, where there is none. */
export function houseOf(tenant: { name: string; accent: string | null } | null, locale: Locale): House {
  return tenant
    ? { kind: "tenant", name: tenant.name, accent: tenant.accent }
    : { kind: "guildhall", name: m.mail_house_name({}, { locale }), accent: null };
}
