import { notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { myDetailsInput } from "./member.ts";

/** Corrects what the hall knows of whoever asks: their name, the language they are written to in, their time zone. */
export async function setMyDetails(ctx: Ctx, input: unknown): Promise<void> {
  const { fullName, locale, timeZone } = myDetailsInput.parse(input);
  if (ctx.actor.kind !== "person") throw notFound();
  const { personId } = ctx.actor;
  const before = await ctx.db
    .selectFrom("person")
    .select(["full_name as fullName", "locale", "time_zone as timeZone"])
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw notFound();
  const after = { fullName, locale, timeZone };
  const fields = (["fullName", "locale", "timeZone"] as const).filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return;
  await ctx.db
    .updateTable("person")
    .set({ full_name: fullName, locale, time_zone: timeZone, updated_at: ctx.clock.now() })
    .where("id", "=", personId)
    .execute();
  await recordChange(ctx, {
    action: "person.updated",
    subjectType: "person",
    subjectId: personId,
    personId,
    before,
    after,
  });
  await appendFact(ctx, "people.person-updated", { personId, fields });
}
