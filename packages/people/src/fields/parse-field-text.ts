import { idSchema, readDecimal, writeDecimal } from "@guildhall/core";
import { parseDateTime, toZoned } from "@internationalized/date";
import type { Field, FieldType, FieldValue } from "./field.ts";
import { fieldValueSchema } from "./field-value.ts";
import { readDay, readMoment } from "./read-day.ts";
import { readMoney } from "./read-money.ts";
import { readOption, readOptions } from "./read-options.ts";
import { readTruth } from "./read-truth.ts";

/** What a text says; a blank one says that there is no value. A code says what is wrong with it. */
export type FieldReading =
  | { readonly ok: true; readonly value: FieldValue | null }
  | { readonly ok: false; readonly code: string };

type FieldShape = Pick<Field, "type" | "options" | "settings">;

interface Reader {
  /** Where the clock hangs that a time without a zone is read off. */
  readonly zone: string;
}

/**
 * Reads a field's value from what somebody typed or pasted, or what `formatFieldValue` wrote in either language: one way
 * for forms, cells, exports and imports. What could mean two things is refused, never guessed.
 */
export function parseFieldText(field: FieldShape, text: string, { zone }: Reader): FieldReading {
  const written = text.trim();
  if (written === "") return { ok: true, value: null };
  const read = readers[field.type](written, field, zone);
  if ("code" in read) return { ok: false, code: read.code };
  const checked = fieldValueSchema(field).safeParse(read.value);
  if (checked.success) return { ok: true, value: checked.data };
  return { ok: false, code: checked.error.issues[0]?.message ?? "core.invalid" };
}

type Read = { readonly value: unknown } | { readonly code: string };
type Reading = (text: string, field: FieldShape, zone: string) => Read;

/** The value, unless there is none: then the code of what is wrong. */
const orRefused = (value: unknown, code: string): Read =>
  value === undefined || value === null ? { code } : { value };
const asWritten: Reading = (value) => ({ value });

const readers: Readonly<Record<FieldType, Reading>> = {
  text: (text) => ({ value: text.replaceAll(/\s*[\r\n]+\s*/g, " ") }),
  "long-text": asWritten,
  number: (text) => {
    const decimal = readDecimal(text.replace(/\s*%$/, ""));
    return orRefused(decimal && Number(writeDecimal(decimal)), "people.field-number-malformed");
  },
  money: (text, { settings }) => {
    const money = readMoney(text, settings.currency);
    if (money === "currency-unclear") return { code: "people.field-currency-unclear" };
    return money === "malformed" ? { code: "people.field-number-malformed" } : { value: money };
  },
  date: (text) => orRefused(readDay(text.normalize("NFKC")), "people.field-date-malformed"),
  "date-time": (text, _, zone) => {
    const moment = readMoment(text.normalize("NFKC"));
    if (!moment) return { code: "people.field-date-malformed" };
    if ("instant" in moment) return { value: moment.instant };
    return { value: toZoned(parseDateTime(moment.local), zone, "compatible").toAbsoluteString() };
  },
  boolean: (text) => orRefused(readTruth(text), "people.field-boolean-malformed"),
  select: (text, { options }) => orRefused(readOption(options, text), "people.field-option-unknown"),
  "multi-select": (text, { options }) => orRefused(readOptions(options, text), "people.field-option-unknown"),
  url: (text) => ({ value: /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}` }),
  email: asWritten,
  phone: (text) => ({
    value: text
      .normalize("NFKC")
      .replaceAll(/[\s().\-–]/g, "")
      .replace(/^00/, "+"),
  }),
  relation: (text) =>
    idSchema("record").safeParse(text).success ? { value: text } : { code: "people.field-relation-unknown" },
};
