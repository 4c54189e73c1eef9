import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";

/** Blanks what messages to a person said and where they went; those still waiting are not sent. Resolves to how many. */
export async function eraseMessages(ctx: Ctx, personId: Id<"person">): Promise<number> {
  const { numUpdatedRows } = await blanked(ctx).where("person_id", "=", personId).executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The same for what went to an address, whoever it was thought to belong to: invitations, letters to confirm. */
export async function eraseMessagesTo(ctx: Ctx, addresses: readonly string[]): Promise<number> {
  if (addresses.length === 0) return 0;
  const { numUpdatedRows } = await blanked(ctx).where("recipient", "in", addresses).executeTakeFirst();
  return Number(numUpdatedRows);
}

function blanked(ctx: Ctx) {
  return ctx.db
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
    .where("tenant_id", "=", ctx.tenant.id);
}
