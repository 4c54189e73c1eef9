import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** Has the moments at which somebody's mail is due found again, since what they depend on has changed. */
export async function planMailAnew(ctx: Ctx, personId: Id<"person">): Promise<void> {
  await ctx.db
    .updateTable("notice_due")
    .set({ due_at: ctx.clock.now(), planned: sql<boolean>`what = 'letter'` })
    .where("person_id", "=", personId)
    .execute();
}
