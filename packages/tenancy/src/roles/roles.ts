import type { Actor, Id } from "@guildhall/core";

/** Staff roles, from the one who may do everything to the one who may only look. */
export const roles = ["owner", "admin", "manager", "staff", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Everything that a role can allow. A member of the community needs none of them for what is their own. */
export const permissions = [
  "workspace.enter",
  "people.view",
  "people.edit",
  "people.bulk-edit",
  "work.view",
  "work.edit",
  "work.manage",
  "companies.view",
  "companies.edit",
  "docs.create-space",
  "docs.manage-all",
  "fields.manage",
  "members.manage",
  "audit.view",
  "history.undo",
  "settings.edit",
  "staff.manage",
  "tenant.export",
  "tenant.own",
] as const;
export type Permission = (typeof permissions)[number];

const viewer: Permission[] = ["workspace.enter", "people.view", "companies.view", "work.view"];
const staff: Permission[] = [...viewer, "people.edit", "companies.edit", "work.edit", "docs.create-space"];
const manager: Permission[] = [
  ...staff,
  "people.bulk-edit",
  "work.manage",
  "members.manage",
  "history.undo",
  "audit.view",
];
const admin: Permission[] = [...manager, "settings.edit", "fields.manage", "staff.manage", "tenant.export"];
const owner: Permission[] = [...admin, "docs.manage-all", "tenant.own"];

/** The one table of who may do what. */
export const permissionsOf: Readonly<Record<Role, ReadonlySet<string>>> = {
  owner: new Set(owner),
  admin: new Set(admin),
  manager: new Set(manager),
  staff: new Set(staff),
  viewer: new Set(viewer),
};

/** A signed-in person of a tenant, with the permissions of their role; without a role, a member. */
export function personActor({
  userId,
  personId,
  role,
}: {
  userId: Id<"user_account">;
  personId: Id<"person">;
  role: Role | null;
}): Actor {
  return {
    kind: "person",
    userId,
    personId,
    role,
    can: (permission) => role !== null && permissionsOf[role].has(permission),
  };
}
