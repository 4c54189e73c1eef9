import { m } from "@guildhall/i18n/messages";
import { allStaff } from "@guildhall/people/schemas";
import { roleName } from "../../shell/role-name.ts";

/** What the audience of a role is called. */
export function roleAudienceName(key: string) {
  return key === allStaff ? m.audiences_all_staff : roleName(key);
}
