import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { permissions, personActor, type Role, roles } from "./roles.ts";

/** Every permission and the least role that has it; a new permission has to be placed here too. */
const least: Record<(typeof permissions)[number], Role> = {
  "workspace.enter": "viewer",
  "people.view": "viewer",
  "people.edit": "staff",
  "people.bulk-edit": "manager",
  "work.view": "viewer",
  "work.edit": "staff",
  "work.manage": "manager",
  "companies.view": "viewer",
  "companies.edit": "staff",
  "docs.create-space": "staff",
  "docs.manage-all": "owner",
  "fields.manage": "admin",
  "members.manage": "manager",
  "audit.view": "manager",
  "history.undo": "manager",
  "settings.edit": "admin",
  "staff.manage": "admin",
  "tenant.export": "admin",
  "tenant.own": "owner",
};

const holding = (role: Role | null) => personActor({ userId: newId(), personId: newId(), role });

test.each(permissions)("%s belongs to its least role and every one above it", (permission) => {
  const able = roles.filter((role) => holding(role).can(permission));
  expect(able).toEqual(roles.slice(0, roles.indexOf(least[permission]) + 1));
  expect(holding(null).can(permission)).toBe(false);
});

test("a permission that nobody has heard of is nobody's", () => {
  for (const role of roles)
    for (const odd of ["", "people", "people.view ", "constructor", "__proto__"])
      expect(holding(role).can(odd)).toBe(false);
});
