import { conflict, forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { revokeInvitationsAbove } from "../invitations/revoke-invitations-of.ts";
import type { OpenAccounts } from "./open-accounts.ts";
import { findStanding, holdRoster, requireAnotherOwner } from "./roster.ts";
import { isSelf, mayGiveRole, staffPolicy } from "./staff.policy.ts";
import { changeRoleInput } from "./staff.ts";

/**
 * Gives one of the staff another role: none above one's own, and nobody their own. An owner's is taken by an owner,
 * the last one's by nobody (`people.last-owner`). Invitations that they could not give any more are withdrawn.
 */
export async function changeRole(given: Ctx, input: unknown, openAccounts: OpenAccounts): Promise<void> {
  const { personId, role } = changeRoleInput.parse(input);
  const ctx = await holdRoster(given);
  const staff = await findStanding(ctx, personId);
  if (isSelf(ctx.actor, staff)) throw conflict("people.own-role");
  staffPolicy.require(ctx.actor, "manage", staff);
  if (!mayGiveRole(ctx.actor, role)) throw forbidden();
  if (role === staff.role) return;
  if (staff.role === "owner") await requireAnotherOwner(ctx, personId, openAccounts);

  await ctx.db.updateTable("membership").set({ role }).where("person_id", "=", personId).execute();
  await revokeInvitationsAbove(ctx, personId, role);
  await recordChange(ctx, {
    action: "staff.role-changed",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: { role: staff.role },
    after: { role },
  });
  await appendFact(ctx, "people.role-changed", { personId, from: staff.role, to: role });
}
