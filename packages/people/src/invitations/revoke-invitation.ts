import type { Ctx } from "@guildhall/db";
import { recordChange } from "@guildhall/tenancy";
import { findToManage } from "./find-to-manage.ts";
import { invitationInput } from "./invitation.ts";

/** Withdraws an invitation; nobody comes by it from then on. Withdrawing twice is once. */
export async function revokeInvitation(ctx: Ctx, input: unknown): Promise<void> {
  const { invitationId } = invitationInput.parse(input);
  const found = await findToManage(ctx, invitationId);
  if (found.revoked_at || found.uses >= found.max_uses) return;
  await ctx.db.updateTable("invitation").set({ revoked_at: ctx.clock.now() }).where("id", "=", invitationId).execute();
  await recordChange(ctx, {
    action: "staff.invitation-withdrawn",
    subjectType: "invitation",
    subjectId: invitationId,
    before: { role: found.role },
    after: null,
  });
}
