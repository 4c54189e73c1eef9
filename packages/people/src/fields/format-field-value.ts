import { type Locale, writeMinorUnits } from "@guildhall/core";
import { dateTimeFormat, formatDate, formatMoney } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { Field, FieldValue } from "./field.ts";

interface Reader {
  readonly locale: Locale;
  readonly zone: string;
  /** What relations are called, by id. */
  readonly names?: ReadonlyMap<string, string> | undefined;
}

type FieldShape = Pick<Field, "type" | "options" | "settings">;

/** A field's value in words, as a page, a cell or a file shows it. `parseFieldText` reads it back, relations aside. */
export function formatFieldValue(field: FieldShape, value: FieldValue, reader: Reader): string {
  const { locale, zone, names } = reader;
  if (Array.isArray(value)) return value.map((id) => optionName(field, id)).join(locale === "zh-CN" ? "、" : ", ");
  if (typeof value === "object" && "currency" in value) return moneyText(field, value, locale);
  if (typeof value === "boolean") return value ? m.staff_yes({}, { locale }) : m.staff_no({}, { locale });
  if (typeof value === "number") return numberText(field, value, locale);
  const text = String(value);
  if (field.type === "date") return formatDate(new Date(`${text}T00:00:00Z`), { locale, timeZone: "UTC" });
  if (field.type === "date-time") return momentText(text, locale, zone);
  if (field.type === "select") return optionName(field, text);
  return field.type === "relation" ? (names?.get(text) ?? text) : text;
}

function optionName({ options }: FieldShape, id: string): string {
  return options.find((option) => option.id === id)?.name ?? id;
}

/** With its sign where it is the field's own currency; another one is named by its code, so that both can be told apart. */
function moneyText({ settings }: FieldShape, value: { amount: number; currency: string }, locale: Locale): string {
  if (value.currency === settings.currency) return formatMoney(value, locale);
  return `${writeMinorUnits(value.amount, value.currency)} ${value.currency}`;
}

function numberText({ settings: { decimals } }: FieldShape, value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: 6,
  }).format(value);
}

/** To the minute, and to the second where that says more. */
function momentText(text: string, locale: Locale, zone: string): string {
  const at = new Date(text);
  const timeStyle = at.getUTCSeconds() === 0 ? "short" : "medium";
  return dateTimeFormat(locale, { timeZone: zone, dateStyle: "medium", timeStyle })
    .format(at)
    .replaceAll(/[\u202f\u2009]/g, " ");
}
