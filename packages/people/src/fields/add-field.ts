import { conflict, type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact } from "@guildhall/jobs";
import { recordChange, recordImages } from "@guildhall/tenancy";
import type { Field, FieldOption, FieldSettings } from "./field.ts";
import { mostFields } from "./field-input.ts";
import { fieldKey } from "./field-key.ts";

/** A field as somebody wants it. */
export interface WantedField extends Pick<Field, "subject" | "name" | "type" | "hint" | "required"> {
  readonly options: readonly FieldOption[];
  readonly settings: FieldSettings;
}

/**
 * Makes a field behind those that there are, which the caller holds: `people.fields-many` where no more can be. In a change
 * set it is taken back with it.
 */
export async function addField(
  ctx: Ctx,
  fields: readonly Pick<Field, "key" | "position">[],
  wanted: WantedField,
  changeSetId: Id<"change_set"> | null = null,
): Promise<Field> {
  if (fields.length >= mostFields) throw conflict("people.fields-many", { most: mostFields });
  const { subject, name, type, hint, required, options, settings } = wanted;
  const row = await ctx.db
    .insertInto("field")
    .values({
      tenant_id: ctx.tenant.id,
      subject,
      key: fieldKey(name, new Set(fields.map(({ key }) => key))),
      name,
      type,
      options: JSON.stringify(options),
      settings: JSON.stringify(settings),
      hint,
      required,
      position: Math.max(-1, ...fields.map(({ position }) => position)) + 1,
      created_at: ctx.clock.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (changeSetId) await recordImages(ctx, changeSetId, [imageOf(row)]);
  await recordChange(ctx, {
    action: "field.defined",
    subjectType: "field",
    subjectId: row.id,
    changeSetId,
    before: null,
    after: { name, type, of: subject, hint, required, options: options.map((option) => option.name) },
  });
  await appendFact(ctx, "people.field-defined", { fieldId: row.id });
  return { ...wanted, id: row.id, key: row.key, position: row.position, archived: false };
}

const imageOf = <Row extends { id: Id<"field"> }>(row: Row) => ({
  subjectType: "field" as const,
  subjectId: row.id,
  subjectVersion: null,
  personId: null,
  before: null,
  after: row,
});

/** Short, and never the same twice in one field. */
export function makeOptionId(): string {
  return newId().replaceAll("-", "").slice(-16);
}
