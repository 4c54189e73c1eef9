import type { DateOrder } from "../mapping/target.ts";
import { narrow } from "./clean.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** What a cell says of a moment: a day, perhaps without its year, perhaps with a time and the time's distance from UTC. */
export interface WrittenDate {
  /** Null for a birthday that keeps its year to itself. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly time: WrittenTime | null;
}

export interface WrittenTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** In minutes; null where none is written. */
  readonly offset: number | null;
}

/** Reads a date in whatever way it is written; `order` decides between 3/4 and 4/3. */
export function readDate(text: string, order: DateOrder | null): Parsed<WrittenDate> {
  const written = narrow(text);
  if (written.length > 60) return refused("imports.date-malformed");
  const { day, time } = splitTime(written);
  if (time === "malformed") return refused("imports.date-malformed");
  const read = byYearFirst(day) ?? byNumbers(day, order) ?? byMonthName(day) ?? byCount(written);
  if (!read) return refused("imports.date-malformed");
  if (!read.ok) return read;
  const value = { ...read.value, time: time ?? read.value.time };
  return isDay(value) ? parsed(value, read.doubt) : refused("imports.date-malformed");
}

const timePattern =
  /(?:(?<=\d)T|[\s,]+|(?<=日))(上午|下午|中午|晚上|凌晨|早上)?\s*(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](\d{1,2})(?:[.,]\d+)?)?)?[分秒]?\s*(a\.?m\.?|p\.?m\.?)?\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}:?(?:\d{2})?)?\s*(?:\([^)]*\))?$/i;

function splitTime(written: string): { day: string; time: WrittenTime | null | "malformed" } {
  const match = timePattern.exec(written);
  if (!match) return { day: written, time: null };
  const [whole, chinese = "", hours = "", minutes = "0", seconds = "0", half = "", zone] = match;
  const hour = on24(
    Number(hours),
    /^p/i.test(half) || /下午|晚上/.test(chinese),
    /^a/i.test(half) || /上午|凌晨/.test(chinese),
  );
  const time = { hour, minute: Number(minutes), second: Number(seconds), offset: offsetOf(zone) };
  const isTime = hour < 24 && time.minute < 60 && time.second < 60;
  return { day: written.slice(0, -whole.length).trim(), time: isTime ? time : "malformed" };
}

function on24(hour: number, isAfternoon: boolean, isMorning: boolean): number {
  if (isAfternoon) return hour < 12 ? hour + 12 : hour;
  return isMorning && hour === 12 ? 0 : hour;
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const match = /([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}

type Read = Parsed<WrittenDate> | null;

const dateOf = (year: number | null, month: string | number, day: string | number): WrittenDate => ({
  year,
  month: Number(month),
  day: Number(day),
  time: null,
});

/** 2025-03-09, 2025/3/9, 20250309, 2025年3月9日, 3月9日, --03-09. */
function byYearFirst(day: string): Read {
  const full =
    /^(\d{4})(?:[-/.]|年\s*)(\d{1,2})(?:[-/.]|月\s*)(\d{1,2})\s*[日号]?$/.exec(day) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(day);
  if (full) return parsed(dateOf(Number(full[1]), full[2] ?? "", full[3] ?? ""));
  const yearless = /^(?:--)?(\d{1,2})(?:月\s*|-)(\d{1,2})\s*[日号]?$/.exec(day);
  if (yearless && (day.startsWith("--") || day.includes("月")))
    return parsed(dateOf(null, yearless[1] ?? "", yearless[2] ?? ""));
  return null;
}

/** 9/3/2025, 9.3.25, 3/9. */
function byNumbers(day: string, order: DateOrder | null): Read {
  const match = /^(\d{1,2})([-/. ])(\d{1,2})(?:\2(\d{2}|\d{4}))?\.?$/.exec(day);
  if (!match) return null;
  const [, first = "", , second = "", years] = match;
  const year = years === undefined ? null : fullYear(years);
  const [a, b] = [Number(first), Number(second)];
  const shown = a > 12 ? "dmy" : b > 12 ? "mdy" : a === b ? "same" : null;
  if (shown === null && order !== "dmy" && order !== "mdy") return refused("imports.date-order-unknown");
  const isContrary = (shown === "dmy" && order === "mdy") || (shown === "mdy" && order === "dmy");
  const isDayFirst = (shown === null || shown === "same" ? order : shown) === "dmy";
  return parsed(isDayFirst ? dateOf(year, b, a) : dateOf(year, a, b), isContrary ? "imports.date-doubtful" : undefined);
}

/** As Excel reads two digits: up to 29 they are of this century. */
function fullYear(years: string): number {
  if (years.length === 4) return Number(years);
  return Number(years) < 30 ? 2000 + Number(years) : 1900 + Number(years);
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const dayThenMonth = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[\\s-]*${monthWord}(?:[\\s,'’-]+(\\d{4}|\\d{2}))?$`,
  "i",
);
const monthThenDay = new RegExp(`^${monthWord}[\\s-]*(\\d{1,2})(?:st|nd|rd|th)?(?:[\\s,'’-]+(\\d{4}|\\d{2}))?$`, "i");
const yearThenMonth = new RegExp(`^(\\d{4})[\\s-]+${monthWord}[\\s-]+(\\d{1,2})$`, "i");

/** 9 Mar 2025, March 9th, 2025, Sun 9-Mar-25, 2025 Mar 9. */
function byMonthName(day: string): Read {
  const bare = day.replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, "");
  const dayFirst = dayThenMonth.exec(bare);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = monthThenDay.exec(bare);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = yearThenMonth.exec(bare);
  return yearFirst ? named(yearFirst[1], yearFirst[2], yearFirst[3]) : null;
}

function named(year: string | undefined, month = "", day = ""): Read {
  return parsed(
    dateOf(year === undefined ? null : fullYear(year), months.indexOf(month.slice(0, 3).toLowerCase()) + 1, day),
  );
}

/** Days as spreadsheets count them, or the seconds or milliseconds of Unix. */
function byCount(written: string): Read {
  const count = Number(written);
  if (/^\d{5}(?:\.\d+)?$/.test(written) && count >= 10_000 && count < 80_000)
    return parsed(
      instantParts(
        Date.UTC(1899, 11, 30) + Math.round(count * 86_400) * 1000,
        written.includes(".") ? null : undefined,
      ),
      "imports.date-doubtful",
    );
  if (/^1\d{9}$/.test(written)) return parsed(instantParts(count * 1000, 0));
  return /^1\d{12}$/.test(written) ? parsed(instantParts(count, 0)) : null;
}

function instantParts(at: number, offset: number | null | undefined): WrittenDate {
  const date = new Date(at);
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  const day = dateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return offset === undefined ? day : { ...day, time: { hour, minute, second, offset } };
}

function isDay({ year, month, day }: WrittenDate): boolean {
  const of = year ?? 2000;
  if (of < 1000 || of > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(of, month, 0)).getUTCDate();
}
