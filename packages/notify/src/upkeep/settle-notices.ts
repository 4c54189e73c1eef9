import type { Ctx } from "@guildhall/db";
import type { Subject } from "@guildhall/facts";
import { ringBells } from "../delivering/ring-bells.ts";

/**
 * Marks notices about a thing as read for everybody, since somebody has dealt with it. For kinds that do not stand
 * together: of several, one may still be open.
 */
export async function settleNotices(ctx: Ctx, kinds: readonly string[], about: Subject): Promise<void> {
  const now = ctx.clock.now();
  const settled = await ctx.db
    .updateTable("notification")
    .set({ read_at: now, seen_at: now })
    .where("about_type", "=", about.type)
    .where("about_id", "=", about.id)
    .where("kind", "in", [...kinds])
    .where("read_at", "is", null)
    .returning("person_id")
    .execute();
  await ringBells(ctx, [...new Set(settled.map((row) => row.person_id))]);
}
