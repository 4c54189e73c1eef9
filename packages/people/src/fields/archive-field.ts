import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { fieldPolicy } from "./field.policy.ts";
import { holdField } from "./field.queries.ts";
import type { Field } from "./field.ts";
import { fieldRefInput } from "./field-input.ts";

/** Puts a field away: nobody is asked for it any more, and what is written in it stays. */
export async function archiveField(ctx: Ctx, input: unknown): Promise<void> {
  const field = await holdForKeeper(ctx, input);
  if (field.archived) return;
  await ctx.db.updateTable("field").set({ archived_at: ctx.clock.now() }).where("id", "=", field.id).execute();
  await recordChange(ctx, {
    action: "field.archived",
    subjectType: "field",
    subjectId: field.id,
    before: null,
    after: { name: field.name },
  });
  await appendFact(ctx, "people.field-archived", { fieldId: field.id });
}

/** Takes a field out again, with all that is written in it. */
export async function restoreField(ctx: Ctx, input: unknown): Promise<void> {
  const field = await holdForKeeper(ctx, input);
  if (!field.archived) return;
  await ctx.db.updateTable("field").set({ archived_at: null }).where("id", "=", field.id).execute();
  await recordChange(ctx, {
    action: "field.restored",
    subjectType: "field",
    subjectId: field.id,
    before: null,
    after: { name: field.name },
  });
  await appendFact(ctx, "people.field-changed", { fieldId: field.id, fields: ["archived"] });
}

function holdForKeeper(ctx: Ctx, input: unknown): Promise<Field> {
  const { fieldId } = fieldRefInput.parse(input);
  fieldPolicy.require(ctx.actor, "manage", null);
  return holdField(ctx, fieldId);
}
