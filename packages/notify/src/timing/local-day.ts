import {
  type CalendarDate,
  fromAbsolute,
  Time,
  toCalendarDate,
  toCalendarDateTime,
  toZoned,
} from "@internationalized/date";

/** The day that it is at `at` in a zone. */
export function dayAt(at: Date, zone: string): CalendarDate {
  return toCalendarDate(fromAbsolute(at.getTime(), zone));
}

/**
 * The moment of a day in a zone at so many minutes after midnight by the clock on the wall. A time that is skipped comes
 * as much later as was skipped; of one that comes twice it is the first.
 */
export function momentOf(day: CalendarDate, minutes: number, zone: string): Date {
  const time = new Time(Math.floor(minutes / 60), minutes % 60);
  return toZoned(toCalendarDateTime(day, time), zone, "compatible").toDate();
}
