import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Blanks every value that audit entries and before-images hold about a person. That something happened stays known. */
export async function redactPerson(ctx: Ctx, personId: Id<"person">): Promise<void> {
  const blank = { before: null, after: null, redacted_at: ctx.clock.now() };
  await ctx.db.updateTable("audit_entry").set(blank).where("person_id", "=", personId).execute();
  await ctx.db.updateTable("change_set_item").set(blank).where("person_id", "=", personId).execute();
}
