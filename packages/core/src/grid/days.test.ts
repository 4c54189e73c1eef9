import { expect, test } from "vitest";
import { dayIn, dayOf, daysOf, startOfDay } from "./days.ts";

const today = "2026-03-31"; // a Tuesday

test.each([
  ["2024-02-29", "2024-02-29"],
  [{ today: true } as const, today],
  [{ ago: 1, unit: "day" } as const, "2026-03-30"],
  [{ ago: 2, unit: "week" } as const, "2026-03-17"],
  [{ ago: 1, unit: "month" } as const, "2026-02-28"],
  [{ ago: 25, unit: "month" } as const, "2024-02-29"],
  [{ ahead: 1, unit: "quarter" } as const, "2026-06-30"],
  [{ ago: 3, unit: "year" } as const, "2023-03-31"],
  [{ ahead: 1000, unit: "year" } as const, "3026-03-31"],
])("%j is %s", (operand, day) => {
  expect(dayOf(operand, today)).toBe(day);
});

test.each([
  [{ this: "day" } as const, today, today],
  [{ this: "week" } as const, "2026-03-30", "2026-04-05"],
  [{ this: "month" } as const, "2026-03-01", "2026-03-31"],
  [{ this: "quarter" } as const, "2026-01-01", "2026-03-31"],
  [{ this: "year" } as const, "2026-01-01", "2026-12-31"],
  [{ last: 1, unit: "day" } as const, today, today],
  [{ last: 90, unit: "day" } as const, "2026-01-01", today],
  [{ last: 1, unit: "month" } as const, "2026-03-01", today],
  [{ next: 2, unit: "week" } as const, today, "2026-04-13"],
])("%j is from %s to %s", (span, from, to) => {
  expect(daysOf(span, today)).toEqual({ from, to });
});

test("today is the hall's own", () => {
  const late = new Date("2026-03-01T17:30:00Z");
  expect(dayIn("Asia/Shanghai", late)).toBe("2026-03-02");
  expect(dayIn("Europe/London", late)).toBe("2026-03-01");
});

test("a week that begins on Sunday's eve still begins on Monday", () => {
  expect(daysOf({ this: "week" }, "2026-03-29").from).toBe("2026-03-23");
});

test.each([
  ["Asia/Shanghai", "2026-03-02", "2026-03-01T16:00:00.000Z"],
  ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z"], // the clocks go forward that night
  ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00.000Z"],
  ["America/Havana", "2026-03-08", "2026-03-08T05:00:00.000Z"], // midnight itself is skipped
  ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00.000Z"], // the day before was left out
  ["Asia/Shanghai", "0001-01-01", "0001-01-01T00:00:00.000Z"],
])("in %s %s begins at %s", (zone, day, instant) => {
  expect(startOfDay(zone, day).toISOString()).toBe(instant);
});
