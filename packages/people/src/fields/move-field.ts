import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { fieldPolicy } from "./field.policy.ts";
import { getField } from "./field.queries.ts";
import { moveFieldInput } from "./field-input.ts";
import { holdFields } from "./hold-fields.ts";

/** Puts a field before another one of its kind of record, or at the end. */
export async function moveField(ctx: Ctx, input: unknown): Promise<void> {
  const { fieldId, beforeId } = moveFieldInput.parse(input);
  fieldPolicy.require(ctx.actor, "manage", null);
  const moved = await getField(ctx, fieldId);
  const fields = await holdFields(ctx, moved.subject);

  const others = fields.filter(({ id }) => id !== fieldId);
  const at = others.findIndex(({ id }) => id === beforeId);
  const order = at === -1 ? [...others, moved] : [...others.slice(0, at), moved, ...others.slice(at)];
  const from = fields.findIndex(({ id }) => id === fieldId);
  const to = order.findIndex(({ id }) => id === fieldId);
  for (const [position, field] of order.entries())
    if (field.position !== position)
      await ctx.db.updateTable("field").set({ position }).where("id", "=", field.id).execute();
  if (from === to) return;

  await recordChange(ctx, {
    action: "field.moved",
    subjectType: "field",
    subjectId: fieldId,
    before: { name: moved.name, place: from + 1 },
    after: { name: moved.name, place: to + 1 },
  });
  await appendFact(ctx, "people.field-changed", { fieldId, fields: ["position"] });
}
