import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfDay, lastDay } from "./last-day.ts";

test("a last day is over when the next one begins on the clock of the place", () => {
  expect(endOfDay("2026-03-05", "Asia/Shanghai")).toEqual(new Date("2026-03-05T16:00:00Z"));
  // The night without an hour.
  expect(endOfDay("2026-03-29", "Europe/Dublin")).toEqual(new Date("2026-03-29T23:00:00Z"));
});

test("and is read back as it was written, wherever", () => {
  const zones = fc.constantFrom("Asia/Shanghai", "Europe/Dublin", "America/St_Johns", "Pacific/Apia", "Africa/Cairo");
  const days = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, zones, (day, zone) => {
      expect(lastDay(endOfDay(day, zone), zone)).toBe(day);
    }),
  );
});
