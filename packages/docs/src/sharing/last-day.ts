import { parseDate, toZoned } from "@internationalized/date";

/** The moment at which what holds until this day, that day included, ends: when the next one begins there. */
export function endOfDay(day: string, zone: string): Date {
  return toZoned(parseDate(day).add({ days: 1 }), zone).toDate();
}

/** The last day on which something holds that ends then. */
export function lastDay(expiresAt: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(expiresAt.getTime() - 1));
}
