import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { revokeInvitationsBy } from "../invitations/revoke-invitations-of.ts";
import { removeLoginsOf } from "../logins/remove-logins.ts";
import type { OpenAccounts } from "./open-accounts.ts";
import { requireAnotherOwner } from "./roster.ts";

interface Ending {
  readonly action: "staff.removed" | "staff.left";
  /** Whether they keep their way in as a member of the community. */
  readonly afterwards: "member" | "nobody";
  readonly openAccounts: OpenAccounts;
}

/** Takes somebody off the staff, with the invitations that they gave. From the next request on they are let in nowhere. */
export async function endMembership(
  ctx: Ctx,
  { personId, role }: { personId: Id<"person">; role: Role },
  { action, afterwards, openAccounts }: Ending,
): Promise<void> {
  if (role === "owner") await requireAnotherOwner(ctx, personId, openAccounts);
  await ctx.db.deleteFrom("membership").where("person_id", "=", personId).execute();
  if (afterwards === "nobody") await removeLoginsOf(ctx, personId);
  await revokeInvitationsBy(ctx, personId);
  await recordChange(ctx, {
    action,
    subjectType: "person",
    subjectId: personId,
    personId,
    before: { role },
    after: { role: null, afterwards },
  });
  await appendFact(ctx, "people.staff-removed", { personId });
}
