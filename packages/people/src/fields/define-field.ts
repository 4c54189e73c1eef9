import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { addField, makeOptionId } from "./add-field.ts";
import { fieldPolicy } from "./field.policy.ts";
import { defineFieldInput, isChoice, optionsOf } from "./field-input.ts";
import { settingsOf } from "./field-settings.ts";
import { holdFields } from "./hold-fields.ts";

/** Makes a field for a kind of record. What it is of stays as it is from then on. */
export async function defineField(ctx: Ctx, input: unknown): Promise<Id<"field">> {
  const wanted = defineFieldInput.parse(input);
  fieldPolicy.require(ctx.actor, "manage", null);
  const { subject, name, type, hint, required } = wanted;
  const options = isChoice(type) ? optionsOf(wanted.options, makeOptionId) : [];
  const fields = await holdFields(ctx, subject);
  const { id } = await addField(ctx, fields, {
    subject,
    name,
    type,
    hint,
    required,
    options,
    settings: settingsOf(wanted),
  });
  return id;
}
