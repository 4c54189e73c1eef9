import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { revokeInvitationsBy } from "../invitations/revoke-invitations-of.ts";
import { clusterOf } from "../people/resolve-person.ts";
import { requireAnotherOwner } from "./roster.ts";

interface Ending {
  readonly action: "staff.removed" | "staff.left";
  /** Whether they keep their way in as a member of the community. */
  readonly afterwards: "member" | "nobody";
}

/** Takes somebody off the staff, with the invitations that they gave. From the next request on they are let in nowhere. */
export async function endMembership(
  ctx: Ctx,
  { personId, role }: { personId: Id<"person">; role: Role },
  { action, afterwards }: Ending,
): Promise<void> {
  if (role === "owner") await requireAnotherOwner(ctx, personId);
  await ctx.db.deleteFrom("membership").where("person_id", "=", personId).execute();
  if (afterwards === "nobody")
    await ctx.db
      .deleteFrom("login")
      .where("person_id", "in", await clusterOf(ctx, personId))
      .execute();
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
