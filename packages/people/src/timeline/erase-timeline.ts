import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { deriveActivity } from "./write-lines.ts";

/** Takes away what stands on a person's timeline. Lines of others that name them find no name any more. */
export async function eraseTimeline(ctx: Ctx, personId: Id<"person">): Promise<void> {
  await ctx.db.deleteFrom("timeline_entry").where("subject_id", "=", personId).execute();
  await deriveActivity(ctx, [personId]);
}
