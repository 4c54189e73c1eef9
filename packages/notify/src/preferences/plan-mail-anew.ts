import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { ExpectedMail } from "../delivering/expect-mail.ts";

/** Has the moments at which somebody's mail is due found again, since what they depend on has changed. Resolves to what is to be looked at. */
export async function planMailAnew(ctx: Ctx, personId: Id<"person">): Promise<readonly ExpectedMail[]> {
  return ctx.db
    .updateTable("notice_due")
    .set({ due_at: ctx.clock.now(), planned: sql<boolean>`what = 'letter'` })
    .where("person_id", "=", personId)
    .returning(["person_id as personId", "what"])
    .execute();
}
