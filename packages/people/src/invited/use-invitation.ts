import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** Uses an invitation once; false for one that is used up, has run out or was taken back. Of many at once, as many as it has left. */
export async function useInvitation(ctx: Ctx, invitationId: Id<"member_invitation">): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("member_invitation")
    .set({ uses_left: sql`uses_left - 1` })
    .where("id", "=", invitationId)
    .where("uses_left", ">", 0)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", ctx.clock.now())
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
