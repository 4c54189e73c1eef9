import { minorDigits, moneySchema } from "@guildhall/core";
import { z } from "zod";
import type { FieldOption, FieldType, FieldValue } from "../../../fields/field.ts";
import { mostOptions } from "../../../fields/field-input.ts";
import { fieldValueSchema } from "../../../fields/field-value.ts";
import { fold } from "../../../fields/read-options.ts";
import type { FieldValue as WrittenValue } from "../../mapping/import-row.ts";
import type { FieldRule } from "./words.ts";

export type ReadValue = { readonly value: FieldValue } | { readonly code: string };

/** A cell's value as the field stores it. A choice that the field does not offer is added where the import may do so. */
export function readFieldValue(field: FieldRule, written: WrittenValue, old: FieldValue | undefined): ReadValue {
  switch (field.type) {
    case "select":
      return typeof written === "string" ? choose(field, written) : misfit;
    case "multi-select":
      return chooseAll(field, z.array(z.string()).catch([]).parse(written), old);
    case "number":
      return checked(field, typeof written === "string" ? Number(written) : written);
    default:
      return checked(field, written);
  }
}

const misfit = { code: "imports.field-misfit" } as const;

const schemas = new Map<FieldType, z.ZodType<FieldValue>>();

function checked({ type }: FieldRule, value: unknown): ReadValue {
  const schema = schemas.get(type) ?? fieldValueSchema({ type, options: [] });
  schemas.set(type, schema);
  const read = schema.safeParse(value);
  return read.success ? { value: read.data } : misfit;
}

function choose(field: FieldRule, name: string): ReadValue {
  const option = optionFor(field, name);
  return typeof option === "string" ? { code: option } : { value: option.id };
}

/** Choices grow: what was chosen before stays. */
function chooseAll(field: FieldRule, names: readonly string[], old: FieldValue | undefined): ReadValue {
  const ids = new Set(z.array(z.string()).catch([]).parse(old));
  for (const name of names) {
    const option = optionFor(field, name);
    if (typeof option === "string") return { code: option };
    ids.add(option.id);
  }
  return ids.size === 0 || ids.size > 100 ? misfit : { value: [...ids].sort() };
}

/** The option of this name, or why there is none. */
function optionFor(field: FieldRule, name: string): FieldOption | string {
  const key = fold(name);
  const known = field.options.find((option) => fold(option.name) === key);
  if (known) return known;
  if (!field.open) return "imports.option-unknown";
  if (field.options.length >= mostOptions || name.length > 80) return "imports.options-too-many";
  const made: FieldOption = { id: `o${field.options.length + 1}`, name, tone: "neutral" };
  field.options = [...field.options, made];
  return made;
}

/** A value in words, for a preview or a list of what was left out. */
export function sayValue(value: FieldValue | WrittenValue, field?: FieldRule): string {
  const named = (id: string) => field?.options.find((option) => option.id === id)?.name ?? id;
  if (typeof value === "string") return field?.type === "select" ? named(value) : value;
  if (typeof value === "boolean") return value ? "✓" : "✗";
  if (typeof value === "number") return String(value);
  const amount = moneySchema.safeParse(value);
  if (amount.success) {
    const digits = minorDigits(amount.data.currency);
    return `${(amount.data.amount / 10 ** digits).toFixed(digits)} ${amount.data.currency}`;
  }
  return z.array(z.string()).catch([]).parse(value).map(named).join(", ");
}
