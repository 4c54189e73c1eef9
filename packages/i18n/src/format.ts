import { type Locale, type Money, minorDigits } from "@guildhall/core";

const made = new Map<string, unknown>();

/** Intl's formatters cost far more to make than to use, so each is made once. */
function once<Formatter>(kind: string, locale: Locale, options: object, make: () => Formatter): Formatter {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known as Formatter;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

interface InZone {
  locale: Locale;
  /** IANA name. */
  timeZone: string;
}

/** The formatter for these options, made once: making one costs a hundred times what using it does. */
export function dateTimeFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once("date", locale, options, () => new Intl.DateTimeFormat(locale, options));
}

export function formatDate(at: Date, { locale, timeZone }: InZone): string {
  return plainSpaces(dateTimeFormat(locale, { timeZone, dateStyle: "medium" }).format(at));
}

export function formatDateTime(at: Date, { locale, timeZone }: InZone): string {
  return plainSpaces(dateTimeFormat(locale, { timeZone, dateStyle: "medium", timeStyle: "short" }).format(at));
}

export function formatNumber(value: number, locale: Locale): string {
  return once("number", locale, {}, () => new Intl.NumberFormat(locale)).format(value);
}

/** How large a file is, in the unit that fits. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const options = { style: "unit", unit: units[step], unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return once("number", locale, options, () => new Intl.NumberFormat(locale, options)).format(bytes / 1_000 ** step);
}

export function formatMoney(value: Money, locale: Locale): string {
  const options = { style: "currency", currency: value.currency } as const;
  return once("number", locale, options, () => new Intl.NumberFormat(locale, options)).format(
    value.amount / 10 ** minorDigits(value.currency),
  );
}

export function formatList(items: readonly string[], locale: Locale): string {
  return once("list", locale, {}, () => new Intl.ListFormat(locale, { type: "conjunction" })).format(items);
}

const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "3 days ago", "3天前"; below a minute, "now". */
export function formatRelative(at: Date, now: Date, locale: Locale): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const formatter = once("relative", locale, {}, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step ? formatter.format(Math.trunc(seconds / step[1]), step[0]) : formatter.format(0, "second");
}

/** Node and Chromium disagree on U+202F and U+2009, which breaks hydration; both become plain spaces. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u202f\u2009]/g, " ");
}
