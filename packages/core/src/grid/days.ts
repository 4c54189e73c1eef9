import type { DayOperand, SpanOperand, SpanUnit } from "./filter.ts";

/** A day of the calendar, "2026-03-02". */
export type Day = string;

/** Both days included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The day that an instant falls on in a time zone. */
export function dayIn(timeZone: string, instant: Date): Day {
  return dayWith(new Intl.DateTimeFormat("en", { timeZone, ...numerals }), instant.getTime());
}

const numerals = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

function dayWith(calendar: Intl.DateTimeFormat, instant: number): Day {
  const part = new Map(calendar.formatToParts(instant).map(({ type, value }) => [type, value]));
  if (part.get("era") === "BC") return "0000-00-00";
  return `${part.get("year")?.padStart(4, "0")}-${part.get("month")}-${part.get("day")}`;
}

/** What a day operand means where this is today. A month ago from 31 March is 28 February. */
export function dayOf(operand: DayOperand, today: Day): Day {
  if (typeof operand === "string") return operand;
  if ("today" in operand) return today;
  return "ago" in operand ? shift(today, -operand.ago, operand.unit) : shift(today, operand.ahead, operand.unit);
}

/** The days of a stretch around today; "last" and "next" count today as one of theirs. */
export function daysOf(span: SpanOperand, today: Day): Days {
  if ("last" in span) return { from: shift(shift(today, -span.last, span.unit), 1, "day"), to: today };
  if ("next" in span) return { from: today, to: shift(shift(today, span.next, span.unit), -1, "day") };
  const from = beginningOf(span.this, today);
  return { from, to: shift(shift(from, 1, span.this), -1, "day") };
}

/** The first instant of a day in a time zone, also where the clocks skip its midnight. */
export function startOfDay(timeZone: string, day: Day): Date {
  const [year, month, date] = partsOf(day);
  const here = new Intl.DateTimeFormat("en", { timeZone, era: "short", ...numerals });
  let before = at(year, month, date) - 16 * 3_600_000;
  let within = before + 32 * 3_600_000;
  while (within - before > 1_000) {
    const middle = Math.floor((before + within) / 2_000) * 1_000;
    if (dayWith(here, middle) < day) before = middle;
    else within = middle;
  }
  return new Date(Math.max(within, first));
}

/** The day after, or as many days after as said. */
export function dayAfter(day: Day, days = 1): Day {
  return shift(day, days, "day");
}

const dayMs = 86_400_000;
const months: Partial<Record<SpanUnit, number>> = { month: 1, quarter: 3, year: 12 };

function shift(day: Day, count: number, unit: SpanUnit): Day {
  const [year, month, date] = partsOf(day);
  const inMonths = months[unit];
  if (inMonths === undefined) return written(at(year, month, date) + count * dayMs * (unit === "week" ? 7 : 1));
  const ahead = year * 12 + month + count * inMonths;
  const target = [Math.floor(ahead / 12), ((ahead % 12) + 12) % 12] as const;
  const length = new Date(at(target[0], target[1] + 1, 0)).getUTCDate();
  return written(at(target[0], target[1], Math.min(date, length)));
}

function beginningOf(unit: SpanUnit, day: Day): Day {
  const [year, month, date] = partsOf(day);
  if (unit === "day") return day;
  if (unit === "week") {
    const weekday = (new Date(at(year, month, date)).getUTCDay() + 6) % 7; // Monday is the first
    return shift(day, -weekday, "day");
  }
  const first = unit === "year" ? 0 : unit === "quarter" ? month - (month % 3) : month;
  return written(at(year, first, 1));
}

function partsOf(day: Day): readonly [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month - 1, date];
}

/** Not Date.UTC, to which the years 0 to 99 are those of the last century. */
function at(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month, date);
}

const first = at(1, 0, 1);
const last = at(9999, 11, 31);

/** Years that four digits can write: beyond them nothing is asked for. */
function written(instant: number): Day {
  return new Date(Math.min(Math.max(instant, first), last)).toISOString().slice(0, 10);
}
