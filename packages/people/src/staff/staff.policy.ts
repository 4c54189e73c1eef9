import { type Actor, type Id, policy } from "@guildhall/core";
import type { Role } from "@guildhall/tenancy/schemas";
import { reaches } from "./staff.ts";

interface Standing {
  readonly personId: Id<"person">;
  readonly role: Role;
}

/** Who may change whose place on the staff: nobody above their own, and nobody their own. */
export const staffPolicy = policy<Standing>()({
  view: (actor) => actor.can("workspace.enter"),
  manage: (actor, staff) => mayGiveRole(actor, staff.role) && !isSelf(actor, staff),
});

/** Whether the actor may give this role, or take it away: none above their own, an owner's only as an owner. */
export function mayGiveRole(actor: Actor, role: Role): boolean {
  if (!actor.can("staff.manage") || (role === "owner" && !actor.can("tenant.own"))) return false;
  return actor.kind === "system" || reaches(actor.role, role);
}

export function isSelf(actor: Actor, staff: { personId: Id<"person"> }): boolean {
  return actor.kind === "person" && actor.personId === staff.personId;
}
