import { currencySchema, type Id, invalid } from "@guildhall/core";
import { z } from "zod";
import type { Field, FieldValue } from "./field.ts";
import { parseFieldText } from "./parse-field-text.ts";

const answer = z.string().max(20_000).default("");
const answers = z.array(z.string().max(60)).max(100).default([]);
const companion = z.string().max(60).default("");

/**
 * A form's answers for a hall's own fields, by field: `fields.<id>` as it was typed or chosen, once for each of several;
 * `zones.<id>` the clock that a time was read off, `currencies.<id>` what an amount is in. Empty means no value.
 */
export function fieldsFormSchema(fields: readonly Pick<Field, "id" | "type">[]) {
  return z.object({
    fields: shapeOf(fields, ({ type }) => (type === "multi-select" ? answers : answer)),
    zones: shapeOf(
      fields.filter(({ type }) => type === "date-time"),
      () => companion,
    ),
    currencies: shapeOf(
      fields.filter(({ type }) => type === "money"),
      () => companion,
    ),
  });
}

export type FieldAnswers = z.output<ReturnType<typeof fieldsFormSchema>>;

function shapeOf<Shown extends Pick<Field, "id">, Schema extends z.ZodType>(
  fields: readonly Shown[],
  schema: (field: Shown) => Schema,
) {
  return z.object(Object.fromEntries(fields.map((field) => [field.id, schema(field)]))).prefault({});
}

/** What a form's answers come to: a value for each field, or null; what cannot be read is refused beside its field. */
export function readFieldAnswers(
  fields: readonly Field[],
  { fields: given, zones, currencies }: FieldAnswers,
  zone: string,
): Record<Id<"field">, FieldValue | null> {
  const wrong: Record<string, string> = {};
  const values: Record<Id<"field">, FieldValue | null> = {};
  for (const field of fields) {
    const read = readOne(field, given[field.id], { zone: zones[field.id] || zone, currency: currencies[field.id] });
    if (read.ok) values[field.id] = read.value;
    else wrong[`fields.${field.id}`] = read.code;
  }
  if (Object.keys(wrong).length > 0) throw invalid("core.invalid", wrong);
  return values;
}

type Reading = ReturnType<typeof parseFieldText>;

function readOne(
  field: Field,
  given: string | string[] | undefined,
  { zone, currency }: { zone: string; currency: string | undefined },
): Reading {
  if (Array.isArray(given)) return { ok: true, value: given.length > 0 ? given : null };
  const text = given?.trim() ?? "";
  if (text === "") return { ok: true, value: null };
  if (field.type !== "money") return parseFieldText(field, text, { zone: isZone(zone) ? zone : "UTC" });
  const unit = currencySchema.safeParse(currency || field.settings.currency);
  // The control posts whole minor units; what it could not read it posts as it was typed.
  if (!unit.success || !/^-?\d{1,15}$/.test(text)) return { ok: false, code: "people.field-number-malformed" };
  return { ok: true, value: { amount: Number(text), currency: unit.data } };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
