import { fromAbsolute } from "@internationalized/date";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nextDigest } from "./digest-moment.ts";
import { quietUntil } from "./quiet-hours.ts";

// With and without summer time, by halves and quarters of an hour, and beyond the date line.
const zones = [
  "UTC",
  "Asia/Shanghai",
  "Europe/London",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/St_Johns",
] as const;
const zone = fc.constantFrom(...zones);
const moment = fc.date({ min: new Date("2012-01-08Z"), max: new Date("2031-01-01Z"), noInvalidDate: true });
const minute = fc.integer({ min: 0, max: 1439 });
const hours = fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to);
const hour = 3_600_000;

test("when quiet ends it is over, and it never lasts longer than its hours and the one that the clocks put back", () => {
  fc.assert(
    fc.property(moment, hours, zone, (at, quiet, where) => {
      const ends = quietUntil(at, quiet, where);
      if (ends === null) return;
      expect(ends.getTime()).toBeGreaterThan(at.getTime());
      expect(quietUntil(ends, quiet, where)).toBeNull();
      const length = ((quiet.to - quiet.from + 1440) % 1440) * 60_000;
      expect(ends.getTime() - at.getTime()).toBeLessThanOrEqual(length + hour);
    }),
  );
});

test("until quiet ends it stays quiet, with the same end", () => {
  fc.assert(
    fc.property(moment, hours, zone, fc.double({ min: 0, max: 0.999, noNaN: true }), (at, quiet, where, share) => {
      const ends = quietUntil(at, quiet, where);
      if (ends === null) return;
      const between = new Date(Math.floor(at.getTime() + (ends.getTime() - at.getTime()) * share));
      expect(quietUntil(between, quiet, where)).toEqual(ends);
    }),
  );
});

test("on a day whose clocks stay as they are, it is quiet exactly while the wall clock says so", () => {
  fc.assert(
    fc.property(moment, hours, zone, (at, quiet, where) => {
      const day = 24 * hour;
      const local = fromAbsolute(at.getTime(), where);
      for (const away of [-2 * day, 2 * day]) fc.pre(fromAbsolute(at.getTime() + away, where).offset === local.offset);
      const now = local.hour * 60 + local.minute;
      const within = quiet.from < quiet.to ? now >= quiet.from && now < quiet.to : now >= quiet.from || now < quiet.to;
      expect(quietUntil(at, quiet, where) !== null).toBe(within);
    }),
  );
});

test.each([
  ["through the night", "2026-03-02T15:30:00Z", "Asia/Shanghai", "2026-03-02T23:00:00Z"],
  [
    "in the hour that is skipped, until it would have been",
    "2026-03-29T00:50:00Z",
    "Europe/London",
    "2026-03-29T06:00:00Z",
  ],
  ["in the hour that comes twice, through both", "2026-10-25T00:30:00Z", "Europe/London", "2026-10-25T07:00:00Z"],
])("quiet from 22:00 to 07:00, %s", (_, at, where, ends) => {
  expect(quietUntil(new Date(at), { from: 22 * 60, to: 7 * 60 }, where)).toEqual(new Date(ends));
});

test("a digest is due at the hour of its reader, after now, and soon enough", () => {
  const rhythm = fc.record({
    every: fc.constantFrom("daily" as const, "weekly" as const),
    hour: fc.integer({ min: 0, max: 23 }),
    weekday: fc.integer({ min: 1, max: 7 }),
  });
  fc.assert(
    fc.property(moment, rhythm, zone, (at, wanted, where) => {
      const due = nextDigest(at, wanted, where);
      expect(due.getTime()).toBeGreaterThan(at.getTime());
      const longest = (wanted.every === "daily" ? 24 : 7 * 24) + 1;
      expect(due.getTime() - at.getTime()).toBeLessThanOrEqual(longest * hour);
      const local = fromAbsolute(due.getTime(), where);
      if (local.hour !== wanted.hour)
        expect(fromAbsolute(due.getTime() - 2 * hour, where).offset).not.toBe(local.offset);
      if (wanted.every === "weekly")
        expect(new Date(`${local.toString().slice(0, 10)}Z`).getUTCDay()).toBe(wanted.weekday % 7);
    }),
  );
});
