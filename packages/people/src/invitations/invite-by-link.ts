import { forbidden, type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { holdRoster } from "../staff/roster.ts";
import { mayGiveRole } from "../staff/staff.policy.ts";
import { inviteByLinkInput } from "./invitation.ts";
import { hashOf, type JoinDoor, linkToken } from "./invitation-token.ts";

/** Makes a link by which as many as it says may join, each once their own mailbox has proved itself. */
export async function inviteByLink(given: Ctx, input: unknown, door: JoinDoor): Promise<Id<"invitation">> {
  const { role, maxUses, days } = inviteByLinkInput.parse(input);
  const ctx = await holdRoster(given);
  if (ctx.actor.kind !== "person" || !mayGiveRole(ctx.actor, role)) throw forbidden();
  const now = ctx.clock.now();
  const id = newId<"invitation">();
  await ctx.db
    .insertInto("invitation")
    .values({
      tenant_id: ctx.tenant.id,
      id,
      kind: "link",
      role,
      token_hash: hashOf(linkToken(door, ctx, id)),
      max_uses: maxUses,
      invited_by_person_id: ctx.actor.personId,
      created_at: now,
      expires_at: new Date(now.getTime() + days * 86_400_000),
    })
    .execute();
  await recordChange(ctx, {
    action: "staff.link-made",
    subjectType: "invitation",
    subjectId: id,
    before: null,
    after: { role, maxUses, days },
  });
  await appendFact(ctx, "people.staff-invited", { invitationId: id, personId: null });
  return id;
}
