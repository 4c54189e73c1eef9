import fc from "fast-check";
import { expect, test } from "vitest";
import { detectDateOrder, parseDate, parseDateTime, parseMonthDay, parseTimeZone } from "./date-values.ts";

const two = (count: number) => String(count).padStart(2, "0");
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Ways of writing a day, with the order in which each writes day and month. */
const ways = [
  ["ymd", (y: number, m: number, d: number) => `${y}-${two(m)}-${two(d)}`],
  ["ymd", (y: number, m: number, d: number) => `${y}/${m}/${d}`],
  ["ymd", (y: number, m: number, d: number) => `${y}年${m}月${d}日`],
  ["ymd", (y: number, m: number, d: number) => `${y}${two(m)}${two(d)}`],
  ["dmy", (y: number, m: number, d: number) => `${two(d)}/${two(m)}/${y}`],
  ["dmy", (y: number, m: number, d: number) => `${d}.${m}.${y}`],
  ["mdy", (y: number, m: number, d: number) => `${m}/${d}/${y}`],
  ["mdy", (y: number, m: number, d: number) => `${two(m)}-${two(d)}-${y}`],
  ["dmy", (y: number, m: number, d: number) => `${d} ${months[m - 1]} ${y}`],
  ["mdy", (y: number, m: number, d: number) => `${months[m - 1]?.slice(0, 3)} ${d}, ${y}`],
] as const;

test("any day written in any way reads back as that day", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      fc.constantFrom(...ways),
      fc.constantFrom("", " 9:05", " 14:30:59", "T00:00"),
      (date, [order, write], time) => {
        const day = date.toISOString().slice(0, 10);
        const written = write(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) + time;
        expect(parseDate(written, order)).toEqual({ ok: true, value: day });
      },
    ),
  );
});

test("any instant written with its zone reads back as that instant", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1950-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      fc.integer({ min: -12 * 4, max: 14 * 4 }),
      (date, quarters) => {
        const instant = new Date(Math.floor(date.getTime() / 1000) * 1000);
        const minutes = Math.abs(quarters) * 15;
        const wall = new Date(instant.getTime() + quarters * 900_000).toISOString().slice(0, 19);
        const offset = `${quarters < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
        expect(parseDateTime(wall + offset, null, "Asia/Shanghai")).toEqual({ ok: true, value: instant.toISOString() });
      },
    ),
  );
});

test.each([
  ["2025-07-01 12:00", "Europe/Berlin", "2025-07-01T10:00:00.000Z"],
  ["2025-01-01 12:00", "Europe/Berlin", "2025-01-01T11:00:00.000Z"],
  ["2025-03-30 03:00", "Europe/Berlin", "2025-03-30T01:00:00.000Z"],
  ["2025-10-26 04:00", "Europe/Berlin", "2025-10-26T03:00:00.000Z"],
  ["2025-01-01", "Asia/Shanghai", "2024-12-31T16:00:00.000Z"],
  ["8/4/2025 4:48 PM", "UTC", "2025-08-04T16:48:00.000Z"],
  ["8/4/2025 12:05 AM", "UTC", "2025-08-04T00:05:00.000Z"],
  ["2025年3月9日 下午3:05", "Asia/Shanghai", "2025-03-09T07:05:00.000Z"],
  ["2025年3月9日 15时05分", "Asia/Shanghai", "2025-03-09T07:05:00.000Z"],
  ["Sun, 09 Mar 2025 10:00:00 GMT", "Asia/Shanghai", "2025-03-09T10:00:00.000Z"],
  ["2025-03-09T10:00:00.123Z", "Asia/Shanghai", "2025-03-09T10:00:00.000Z"],
  ["1741500000", "UTC", "2025-03-09T06:00:00.000Z"],
])("%s in %s is %s", (written, zone, value) => {
  expect(parseDateTime(written, "mdy", zone)).toEqual({ ok: true, value });
});

test.each([
  ["31/12/99", "1999-12-31"],
  ["31/12/29", "2029-12-31"],
  ["March 9th, 2025", "2025-03-09"],
  ["9-Mar-25", "2025-03-09"],
  ["Tuesday, 4 Mar 2025", "2025-03-04"],
  ["2025 Mar 9", "2025-03-09"],
  ["２０２５年３月９日", "2025-03-09"],
  ["'2025-03-09", "2025-03-09"],
])("%s is %s", (written, value) => {
  expect(parseDate(written, null)).toEqual({ ok: true, value });
});

test.each([
  ["2025-02-29", "imports.date-malformed"],
  ["31/04/2025", "imports.date-malformed"],
  ["2025-13-01", "imports.date-malformed"],
  ["0000-01-01", "imports.date-malformed"],
  ["soon", "imports.date-malformed"],
  ["2025-03-09 25:00", "imports.date-malformed"],
  ["3/4/2025", "imports.date-order-unknown"],
  ["11/28", "imports.date-without-year"],
  ["5月19日", "imports.date-without-year"],
])("%s is refused as %s", (written, code) => {
  expect(parseDate(written, null)).toEqual({ ok: false, code });
});

test("a day count of a spreadsheet is taken, and doubtful", () => {
  expect(parseDate("45725", null)).toEqual({ ok: true, value: "2025-03-09", doubt: "imports.date-doubtful" });
});

test("a day that goes against its column's order is doubtful", () => {
  expect(parseDate("25/12/2025", "mdy")).toEqual({ ok: true, value: "2025-12-25", doubt: "imports.date-doubtful" });
});

test.each([
  ["11/08", "mdy", "--11-08"],
  ["11/08", "dmy", "--08-11"],
  ["5月19日", null, "--05-19"],
  ["--02-29", null, "--02-29"],
  ["Mar 9", null, "--03-09"],
  ["1980-03-09", null, "--03-09"],
] as const)("a birthday %s, %s, is %s", (written, order, value) => {
  expect(parseMonthDay(written, order)).toEqual({ ok: true, value });
});

test.each([
  [["03/07/1980", "20/01/1984"], "dmy", false],
  [["8/4/2025 4:48 PM", "2/22/2025 2:59 PM"], "mdy", false],
  [["1963年5月19日", "2005年2月21日"], "ymd", false],
  [["03/07/1980", "08/05/1979"], null, true],
  [["3/14/2025", "14/3/2025"], "mdy", true],
  [["2025-03-09"], "ymd", false],
  [["soon"], null, false],
  [[], null, false],
] as const)("%j is written %s (doubtful: %s)", (samples, order, isDoubtful) => {
  expect(detectDateOrder(samples)).toEqual({ order, isDoubtful });
});

test("time zones have their own names", () => {
  expect(parseTimeZone("europe/berlin")).toEqual({ ok: true, value: "Europe/Berlin" });
  for (const none of ["Berlin", "GMT+8", "Europe/Nowhere", "../../etc", "x".repeat(99)])
    expect(parseTimeZone(none)).toEqual({ ok: false, code: "imports.time-zone-unknown" });
});
