import type { DateOrder } from "../mapping/target.ts";
import { narrow } from "./clean.ts";
import { readDate, type WrittenDate } from "./date.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** A calendar day, "2025-03-09". A time beside it is left out, and so is what zone it was in. */
export function parseDate(text: string, order: DateOrder | null): Parsed<string> {
  const read = readDate(text, order);
  if (!read.ok) return read;
  const { year, month, day } = read.value;
  if (year === null) return refused("imports.date-without-year");
  return parsed(`${year}-${two(month)}-${two(day)}`, read.doubt);
}

/** A day of any year, "--03-09" (as in vCard): birthdays. */
export function parseMonthDay(text: string, order: DateOrder | null): Parsed<string> {
  const read = readDate(text, order);
  return read.ok ? parsed(`--${two(read.value.month)}-${two(read.value.day)}`, read.doubt) : read;
}

/** An instant, in ISO with Z. A time without a zone is of `timeZone`, a day without a time begins there. */
export function parseDateTime(text: string, order: DateOrder | null, timeZone: string): Parsed<string> {
  const read = readDate(text, order);
  if (!read.ok) return read.code === "imports.date-malformed" ? refused("imports.time-malformed") : read;
  if (read.value.year === null) return refused("imports.date-without-year");
  return parsed(instantOf(read.value, timeZone).toISOString(), read.doubt);
}

const two = (count: number) => String(count).padStart(2, "0");

function instantOf({ year, month, day, time }: WrittenDate, timeZone: string): Date {
  const { hour = 0, minute = 0, second = 0, offset = null } = time ?? {};
  const wall = Date.UTC(year ?? 2000, month - 1, day, hour, minute, second);
  if (offset !== null) return new Date(wall - offset * 60_000);
  // Asked again at the instant that the first answer gives: right on both sides of a change of the clocks.
  const first = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(first, timeZone));
}

const offsets = new Map<string, number>();
const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at an instant, in milliseconds; remembered by the quarter of an hour. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / 900_000);
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const at = quarter * 900_000;
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - at;
  if (offsets.size >= 100_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const numeric = "numeric";
  const formatter = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** In which order a column writes day and month; doubtful where every date in it could be read both ways. */
export function detectDateOrder(samples: readonly string[]): { order: DateOrder | null; isDoubtful: boolean } {
  const seen = { ymd: 0, dmy: 0, mdy: 0, either: 0 };
  for (const sample of samples) {
    const written = narrow(sample);
    const match = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ]\d{2,4})?(?:$|[T\s,])/.exec(written);
    if (match) seen[orderOf(Number(match[1]), Number(match[2]))] += 1;
    else if (/^\d{4}(?:[-/.年]|\d{4}$)/.test(written)) seen.ymd += 1;
  }
  if (seen.dmy > 0 || seen.mdy > 0)
    return { order: seen.dmy > seen.mdy ? "dmy" : "mdy", isDoubtful: seen.dmy > 0 && seen.mdy > 0 };
  if (seen.either > 0) return { order: null, isDoubtful: true };
  return { order: seen.ymd > 0 ? "ymd" : null, isDoubtful: false };
}

function orderOf(first: number, second: number): "dmy" | "mdy" | "either" {
  if (first > 12) return "dmy";
  return second > 12 ? "mdy" : "either";
}

const zones = new Map<string, string | null>();

/** An IANA zone by its name, in the case it has. */
export function parseTimeZone(text: string): Parsed<string> {
  const name = narrow(text);
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = zoneNamed(name);
    if (zones.size < 2_000) zones.set(name, zone);
  }
  return zone === null ? refused("imports.time-zone-unknown") : parsed(zone);
}

function zoneNamed(name: string): string | null {
  if (!/^[A-Za-z]+(?:\/[A-Za-z_+\-\d]+)+$|^UTC$/.test(name) || name.length > 64) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
