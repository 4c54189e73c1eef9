import type { Locale } from "@guildhall/core";
import { dateTimeFormat } from "@guildhall/i18n";

/** 8 as "8:00 AM", "08:00". */
export function formatHour(hour: number, locale: Locale): string {
  const hours = dateTimeFormat(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  return hours.format(Date.UTC(2026, 0, 5, hour));
}

/** 1 as "Monday", "星期一". */
export function formatWeekday(day: number, locale: Locale): string {
  return dateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2026, 0, 4 + day));
}
