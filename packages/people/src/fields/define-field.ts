import { conflict, type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { fieldPolicy } from "./field.policy.ts";
import { defineFieldInput, isChoice, mostFields, optionsOf } from "./field-input.ts";
import { fieldKey } from "./field-key.ts";
import { settingsOf } from "./field-settings.ts";
import { holdFields } from "./hold-fields.ts";

/** Makes a field for a kind of record. What it is of stays as it is from then on. */
export async function defineField(ctx: Ctx, input: unknown): Promise<Id<"field">> {
  const wanted = defineFieldInput.parse(input);
  fieldPolicy.require(ctx.actor, "manage", null);
  const fields = await holdFields(ctx, wanted.subject);
  if (fields.length >= mostFields) throw conflict("people.fields-many", { most: mostFields });

  const options = isChoice(wanted.type) ? optionsOf(wanted.options, makeOptionId) : [];
  const settings = settingsOf(wanted);
  const { id } = await ctx.db
    .insertInto("field")
    .values({
      tenant_id: ctx.tenant.id,
      subject: wanted.subject,
      key: fieldKey(wanted.name, new Set(fields.map(({ key }) => key))),
      name: wanted.name,
      type: wanted.type,
      options: JSON.stringify(options),
      settings: JSON.stringify(settings),
      hint: wanted.hint,
      required: wanted.required,
      position: Math.max(-1, ...fields.map(({ position }) => position)) + 1,
      created_at: ctx.clock.now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();

  const { name, type, subject, hint, required } = wanted;
  await recordChange(ctx, {
    action: "field.defined",
    subjectType: "field",
    subjectId: id,
    before: null,
    after: { name, type, of: subject, hint, required, options: options.map((option) => option.name), ...settings },
  });
  await appendFact(ctx, "people.field-defined", { fieldId: id });
  return id;
}

/** Short, and never the same twice in one field. */
export function makeOptionId(): string {
  return newId().replaceAll("-", "").slice(-16);
}
