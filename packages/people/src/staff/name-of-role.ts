import type { Locale } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import type { GivenRole } from "./staff.ts";

const names = {
  admin: m.auth_role_admin,
  manager: m.auth_role_manager,
  staff: m.auth_role_staff,
  viewer: m.auth_role_viewer,
} as const satisfies Record<GivenRole, unknown>;

/** What a role is called in a letter. */
export function nameOfRole(role: GivenRole, locale: Locale): string {
  return names[role]({}, { locale });
}
