import { type Id, idSchema, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listFields } from "./field.queries.ts";
import type { Field, FieldSubject, FieldValue, FieldValues } from "./field.ts";
import { fieldValueSchema } from "./field-value.ts";
import { sameValue } from "./same-value.ts";

/** What a change of a record's own fields comes to. */
export interface FieldChange {
  /** All the values that the record has from now on. */
  readonly values: FieldValues;
  /** The fields whose value is another than before. */
  readonly changed: readonly Field[];
}

interface Change {
  readonly subject: FieldSubject;
  readonly current: FieldValues;
  /** By field; null takes the value away. */
  readonly changes: Readonly<Record<Id<"field">, unknown>>;
  /** Whether the record is new: then what is required has to be there. */
  readonly isNew?: boolean;
}

/**
 * Checks new values of a record's own fields and puts them to those it has. What does not fit is refused beside its
 * field (`fields.<id>`), and so is a required one left empty or taken away; a required one that is not touched is let be.
 */
export async function changeFieldValues(ctx: Ctx, { subject, current, changes, isNew }: Change): Promise<FieldChange> {
  const asked = new Map(Object.entries(changes));
  if (asked.size === 0 && !isNew) return { values: current, changed: [] };
  const fields = await listFields(ctx, subject);
  const values: Record<Id<"field">, FieldValue> = { ...current };
  const wrong: Record<string, string> = {};
  for (const field of fields) {
    const given = asked.get(field.id);
    if (given === undefined && !isNew) continue;
    const checked = check(field, given ?? null);
    if ("code" in checked) wrong[nameOf(field.id)] = checked.code;
    else if (checked.value === null) delete values[field.id];
    else values[field.id] = checked.value;
  }
  const known = new Set<string>(fields.map(({ id }) => id));
  for (const id of asked.keys()) if (!known.has(id)) wrong[`fields.${id}`] = "people.field-unknown";
  const changed = fields.filter(({ id }) => !sameValue(values[id], current[id]));
  for (const field of changed)
    if (!(await leadsSomewhere(ctx, field, values[field.id]))) wrong[nameOf(field.id)] = "people.field-relation-gone";
  if (Object.keys(wrong).length > 0) throw invalid("core.invalid", wrong);
  return { values, changed };
}

function check(field: Field, given: unknown): { value: FieldValue | null } | { code: string } {
  if (given === null) return field.required ? { code: "core.text-empty" } : { value: null };
  const checked = fieldValueSchema(field).safeParse(given);
  return checked.success ? { value: checked.data } : { code: checked.error.issues[0]?.message ?? "core.invalid" };
}

const nameOf = (id: Id<"field">) => `fields.${id}`;

async function leadsSomewhere(ctx: Ctx, { type, settings }: Field, value: FieldValue | undefined): Promise<boolean> {
  if (type !== "relation" || value === undefined) return true;
  const row = await (settings.target === "company"
    ? ctx.db.selectFrom("company").select("id").where("id", "=", idSchema("company").parse(value))
    : ctx.db
        .selectFrom("person")
        .select("id")
        .where("id", "=", idSchema("person").parse(value))
        .where("erased_at", "is", null)
  ).executeTakeFirst();
  return row !== undefined;
}

/** Values by the fields' names and in words, as the history keeps them: fields and options may be gone one day. */
export function fieldImage(fields: readonly Field[], values: FieldValues): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.name, inWords(field, values[field.id])]));
}

function inWords({ type, options }: Field, value: FieldValue | undefined): unknown {
  if (value === undefined) return null;
  const nameOfOption = (id: string) => options.find((option) => option.id === id)?.name ?? id;
  if (type === "select") return nameOfOption(String(value));
  if (Array.isArray(value)) return value.map(nameOfOption);
  return value;
}
