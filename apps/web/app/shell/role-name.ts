import { m } from "@guildhall/i18n/messages";

const names = {
  owner: m.auth_role_owner,
  admin: m.auth_role_admin,
  manager: m.auth_role_manager,
  staff: m.auth_role_staff,
  viewer: m.auth_role_viewer,
} as const;

/** What a role is called; without one, somebody is a member. */
export function roleName(role: string | null) {
  const known = Object.entries(names).find(([name]) => name === role);
  return known ? known[1] : m.auth_role_member;
}
