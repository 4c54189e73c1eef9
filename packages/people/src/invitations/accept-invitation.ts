import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { personActor, recordChange } from "@guildhall/tenancy";
import { settlePerson } from "../logins/settle-person.ts";
import { countSeats, findRole, holdRoster } from "../staff/roster.ts";
import { stateOf } from "./invitation.ts";

interface Acceptance {
  readonly invitationId: Id<"invitation">;
  readonly userId: Id<"user_account">;
  /** The user's own address, verified: by the invitation's mail, by a mail that followed the link, or before. */
  readonly verifiedEmail: string;
  /** What they are called where the hall has no name for them yet. */
  readonly fullName: string;
}

/**
 * Takes a place on the staff, in the hall's own transaction. Whoever the hall knows by the verified address is that
 * person from then on; else they are a new one. Of ten for the last seat one gets it (`people.seats-full`).
 */
export async function acceptInvitation(
  given: Ctx,
  { invitationId, userId, verifiedEmail, fullName }: Acceptance,
): Promise<Id<"person">> {
  const ctx = await holdRoster(given);
  const invitation = await ctx.db
    .selectFrom("invitation")
    .selectAll()
    .where("id", "=", invitationId)
    .forUpdate()
    .executeTakeFirst();
  if (!invitation || stateOf(invitation, ctx.clock.now()) !== "waiting") throw conflict("people.invitation-over");
  if (invitation.email !== null && invitation.email !== verifiedEmail) throw conflict("people.invitation-for-another");

  const personId = await settlePerson(ctx, { userId, verifiedEmail, fullName: invitation.full_name ?? fullName });
  if (await findRole(ctx, personId)) throw conflict("people.staff-already");
  const { most, taken } = await countSeats(ctx);
  if (most !== null && taken >= most) throw conflict("people.seats-full");

  const now = ctx.clock.now();
  const { role } = invitation;
  await ctx.db
    .insertInto("membership")
    .values({ tenant_id: ctx.tenant.id, person_id: personId, role, created_at: now })
    .execute();
  await ctx.db
    .updateTable("invitation")
    .set({ uses: invitation.uses + 1 })
    .where("id", "=", invitationId)
    .execute();
  await ctx.db
    .insertInto("invitation_use")
    .values({ tenant_id: ctx.tenant.id, invitation_id: invitationId, person_id: personId, used_at: now })
    .onConflict((again) => again.columns(["tenant_id", "invitation_id", "person_id"]).doNothing())
    .execute();
  const asThem = { ...ctx, actor: personActor({ userId, personId, role }) };
  await recordChange(asThem, {
    action: "staff.joined",
    subjectType: "person",
    subjectId: personId,
    personId,
    before: null,
    after: { role },
  });
  await appendFact(asThem, "people.staff-joined", { personId, role });
  return personId;
}
