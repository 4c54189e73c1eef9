import type { Locale } from "@guildhall/core";

interface Zone {
  readonly value: string;
  readonly label: string;
}

const made = new Map<Locale, readonly Zone[]>();

/** Every time zone that this runtime knows, with how far it is from UTC in the winter of the north. */
export function timeZones(locale: Locale): readonly Zone[] {
  const known = made.get(locale) ?? makeList(locale);
  made.set(locale, known);
  return known;
}

function makeList(locale: Locale): readonly Zone[] {
  return Intl.supportedValuesOf("timeZone").map((value) => ({
    value,
    label: `${value.replaceAll("_", " ")} (${offsetOf(value, locale)})`,
  }));
}

const winter = new Date(Date.UTC(2026, 0, 15));

function offsetOf(timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longOffset" }).formatToParts(winter);
  return parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "UTC") ?? "UTC";
}
