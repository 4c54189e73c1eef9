import { idSchema, lineSchema, moneySchema, textSchema } from "@guildhall/core";
import { z } from "zod";
import type { Field, FieldType, FieldValue } from "./field.ts";

/** The largest whole part that a number field keeps: the index writes numbers in so many digits. */
const largest = 1e15 - 1;

type Shape = Pick<Field, "options">;
const optionOf = ({ options }: Shape) =>
  z.string().refine((id) => options.some((option) => option.id === id), { error: "people.field-option-unknown" });

/** Years that four digits can write, so that dates sort as text. */
const day = z.iso.date({ error: "people.field-date-malformed" }).refine((text) => text >= "0001-01-01", {
  error: "people.field-date-malformed",
});

const schemas: Readonly<Record<FieldType, (field: Shape) => z.ZodType<FieldValue>>> = {
  text: () => lineSchema(500),
  "long-text": () => textSchema(10_000),
  number: () =>
    z
      .number({ error: "people.field-number-malformed" })
      .min(-largest, { error: "people.field-number-too-large" })
      .max(largest, { error: "people.field-number-too-large" })
      .transform((value) => Math.round(value * 1e6) / 1e6),
  money: () =>
    moneySchema.refine(({ amount }) => Math.abs(amount) <= largest, { error: "people.field-number-too-large" }),
  date: () => day,
  "date-time": () =>
    z.iso
      .datetime({ offset: true, error: "people.field-date-malformed" })
      .transform((text) => new Date(text).toISOString())
      .refine((text) => /^\d{4}-/.test(text), { error: "people.field-date-malformed" }),
  boolean: () => z.boolean(),
  select: optionOf,
  "multi-select": (field) =>
    z
      .array(optionOf(field))
      .min(1)
      .max(100)
      .transform((ids) => [...new Set(ids)].sort()),
  url: () =>
    lineSchema(500).refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ""), {
      error: "people.field-url-malformed",
    }),
  email: () =>
    z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .pipe(z.email({ error: "people.email-malformed" })),
  phone: () => lineSchema(40).refine((text) => /^\+[1-9]\d{5,14}$/.test(text), { error: "people.phone-malformed" }),
  relation: () => idSchema("record"),
};

/** Checks a value of a field and writes it the one way in which it is stored; a misfit carries the code of what is wrong. */
export function fieldValueSchema(field: Pick<Field, "type" | "options">): z.ZodType<FieldValue> {
  return schemas[field.type](field);
}
