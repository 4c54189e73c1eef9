import { conflict } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { revokeLinks } from "../invitations/revoke-invitations-of.ts";
import { endMembership } from "./end-membership.ts";
import type { OpenAccounts } from "./open-accounts.ts";
import { findStanding, holdRoster } from "./roster.ts";
import { isSelf, staffPolicy } from "./staff.policy.ts";
import { removeStaffInput } from "./staff.ts";

/**
 * Takes somebody off the staff. Their access ends at once, and so does every open invitation link of the hall, since
 * they may know it.
 */
export async function removeStaff(given: Ctx, input: unknown, openAccounts: OpenAccounts): Promise<void> {
  const { personId, afterwards } = removeStaffInput.parse(input);
  const ctx = await holdRoster(given);
  const staff = await findStanding(ctx, personId);
  if (isSelf(ctx.actor, staff)) throw conflict("people.own-removal");
  staffPolicy.require(ctx.actor, "manage", staff);
  await endMembership(ctx, staff, { action: "staff.removed", afterwards, openAccounts });
  await revokeLinks(ctx);
}
