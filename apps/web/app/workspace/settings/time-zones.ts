import type { Locale } from "@guildhall/core";
import { dateTimeFormat } from "@guildhall/i18n";

interface ZoneOption {
  readonly value: string;
  readonly label: string;
}

/** Every time zone there is, by its distance from UTC at this moment, with `current` among them. */
export function timeZoneOptions(current: string, locale: Locale, now: Date): ZoneOption[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), "UTC", current]);
  return [...names]
    .map((value) => ({ value, ...distanceOf(value, locale, now) }))
    .sort((one, other) => one.minutes - other.minutes || one.value.localeCompare(other.value, "en"))
    .map(({ value, said }) => ({ value, label: `${value.replaceAll("_", " ")} (${said})` }));
}

function distanceOf(timeZone: string, locale: Locale, now: Date): { said: string; minutes: number } {
  const parts = dateTimeFormat(locale, { timeZone, timeZoneName: "longOffset" }).formatToParts(now);
  const said = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /([+−-])(\d\d):(\d\d)/.exec(said) ?? [];
  const distance = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return { said, minutes: sign === "+" || sign === undefined ? distance : -distance };
}
