import { forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { endMembership } from "./end-membership.ts";
import type { OpenAccounts } from "./open-accounts.ts";
import { findStanding, holdRoster } from "./roster.ts";
import { leaveHallInput } from "./staff.ts";

/** Leaves the staff, as anybody may but the last owner (`people.last-owner`). */
export async function leaveHall(given: Ctx, input: unknown, openAccounts: OpenAccounts): Promise<void> {
  const { afterwards } = leaveHallInput.parse(input);
  const ctx = await holdRoster(given);
  if (ctx.actor.kind !== "person") throw forbidden();
  const staff = await findStanding(ctx, ctx.actor.personId);
  await endMembership(ctx, staff, { action: "staff.left", afterwards, openAccounts });
}
