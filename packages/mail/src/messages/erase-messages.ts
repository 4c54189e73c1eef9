import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** Blanks what messages to a person said and where they went; those still waiting are not sent. Resolves to how many. */
export async function eraseMessages(ctx: Ctx, personId: Id<"person">): Promise<number> {
  const { numUpdatedRows } = await ctx.db
    .updateTable("message")
    .set({
      recipient: "",
      input: "{}",
      subject: null,
      body_text: null,
      body_html: null,
      reason: sql<string | null>`case state when 'queued' then 'erased' else reason end`,
      state: sql<"suppressed">`case state when 'queued' then 'suppressed' else state end`,
    })
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
