import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Takes every way into the hall from a person, those of the records that were merged into theirs as well. */
export async function removeLoginsOf(ctx: Ctx, personId: Id<"person">): Promise<void> {
  await ctx.db
    .deleteFrom("login")
    .where("user_id", "in", (from) =>
      from.selectFrom("resolved_login").select("user_id").where("person_id", "=", personId),
    )
    .execute();
}
