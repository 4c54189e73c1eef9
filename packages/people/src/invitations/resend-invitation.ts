import { conflict, limited } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { recordChange } from "@guildhall/tenancy";
import { holdRoster } from "../staff/roster.ts";
import { findToManage } from "./find-to-manage.ts";
import { invitationInput, mailStandsFor } from "./invitation.ts";
import { hashOf, type JoinDoor, newMailToken } from "./invitation-token.ts";
import { sendInvitation } from "./send-invitation.ts";

/** How soon the same mail may go out again, in seconds. */
const pause = 60;

/** Sends a mailed invitation anew, for another two weeks. The link in the mail before it opens nothing any more. */
export async function resendInvitation(given: Ctx, input: unknown, door: JoinDoor): Promise<void> {
  const { invitationId } = invitationInput.parse(input);
  const ctx = await holdRoster(given);
  const found = await findToManage(ctx, invitationId);
  if (found.kind !== "mail" || found.email === null || found.revoked_at || found.uses > 0)
    throw conflict("people.invitation-over");
  const now = ctx.clock.now();
  const since = now.getTime() - (found.sent_at?.getTime() ?? 0);
  if (since < pause * 1_000)
    throw limited("people.invitation-just-sent", { seconds: pause - Math.floor(since / 1_000) });

  const token = newMailToken();
  const { full_name } = await ctx.db
    .selectFrom("person")
    .select("full_name")
    .where("id", "=", found.invited_by_person_id)
    .executeTakeFirstOrThrow();
  const message_id = await sendInvitation(ctx, door, {
    email: found.email,
    role: found.role,
    token,
    inviter: full_name,
    known: null,
  });
  await ctx.db
    .updateTable("invitation")
    .set({
      token_hash: hashOf(token),
      sent_at: now,
      message_id,
      expires_at: new Date(now.getTime() + mailStandsFor * 86_400_000),
    })
    .where("id", "=", invitationId)
    .execute();
  await recordChange(ctx, {
    action: "staff.invitation-resent",
    subjectType: "invitation",
    subjectId: invitationId,
    before: null,
    after: { role: found.role },
  });
}
