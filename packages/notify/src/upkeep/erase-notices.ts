import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Removes a person's notices and all that they chose. Notices of others that name them find no name any more. */
export async function eraseNotices(ctx: Ctx, personId: Id<"person">): Promise<void> {
  await ctx.db.deleteFrom("notice_due").where("person_id", "=", personId).execute();
  await ctx.db.deleteFrom("notice_preference").where("person_id", "=", personId).execute();
  await ctx.db.deleteFrom("notice_settings").where("person_id", "=", personId).execute();
  await ctx.db.deleteFrom("notification").where("person_id", "=", personId).execute();
}
