import { conflict, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { makeOptionId } from "./add-field.ts";
import { fieldPolicy } from "./field.policy.ts";
import { holdField } from "./field.queries.ts";
import type { Field, FieldOption } from "./field.ts";
import { editFieldInput, isChoice, optionsOf } from "./field-input.ts";
import { settingsAfter } from "./field-settings.ts";

/**
 * Changes a field's name, hint, settings and answers, but never what it is of. An answer that some record has is put
 * away rather than taken out (`people.field-option-in-use`).
 */
export async function editField(ctx: Ctx, input: unknown): Promise<void> {
  const wanted = editFieldInput.parse(input);
  fieldPolicy.require(ctx.actor, "manage", null);
  const field = await holdField(ctx, wanted.fieldId);
  const options = await settleOptions(ctx, field, optionsOf(wanted.options, makeOptionId));
  const settings = settingsAfter(field, wanted);

  const before = imageOf(field);
  const after = imageOf({ ...wanted, options, settings });
  const changed = changedIn(field, { ...wanted, options, settings });
  if (changed.length === 0) return;
  await ctx.db
    .updateTable("field")
    .set({
      name: wanted.name,
      hint: wanted.hint,
      required: wanted.required,
      options: JSON.stringify(options),
      settings: JSON.stringify(settings),
    })
    .where("id", "=", field.id)
    .execute();
  await recordChange(ctx, { action: "field.changed", subjectType: "field", subjectId: field.id, before, after });
  await appendFact(ctx, "people.field-changed", { fieldId: field.id, fields: changed });
}

async function settleOptions(ctx: Ctx, field: Field, wanted: readonly FieldOption[]): Promise<readonly FieldOption[]> {
  if (!isChoice(field.type)) return [];
  if (wanted.length === 0) throw invalid("people.field-options-missing", { options: "people.field-options-missing" });
  const known = new Set(field.options.map(({ id }) => id));
  if (wanted.some(({ id }, at) => wanted.findIndex((other) => other.id === id) < at))
    throw invalid("people.field-option-twice", { options: "people.field-option-twice" });
  const kept = new Set(wanted.map(({ id }) => id));
  for (const option of field.options.filter(({ id }) => !kept.has(id)))
    if (await isUsed(ctx, field, option.id)) throw conflict("people.field-option-in-use", { name: option.name });
  // An id that the field does not know was made up by whoever sent it: it gets one of ours.
  return wanted.map((option) => (known.has(option.id) ? option : { ...option, id: makeOptionId() }));
}

async function isUsed(ctx: Ctx, field: Field, optionId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from field_entry
      where tenant_id = ${ctx.tenant.id} and field_id = ${field.id} and key = ${optionId}) as used`.execute(ctx.db);
  return rows[0]?.used ?? false;
}

type Editable = Pick<Field, "name" | "hint" | "required" | "options" | "settings">;

const imageOf = ({ name, hint, required, options, settings }: Editable) => ({
  name,
  hint,
  required,
  options: options.map((option) => option.name),
  ...settings,
});

function changedIn(before: Editable, after: Editable): string[] {
  const text = (value: unknown) => JSON.stringify(value);
  return (["name", "hint", "required", "options", "settings"] as const).filter(
    (part) => text(before[part]) !== text(after[part]),
  );
}
