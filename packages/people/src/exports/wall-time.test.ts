import fc from "fast-check";
import { expect, test } from "vitest";
import { wallTime } from "./wall-time.ts";

/** Zones that change their clocks at odd hours, by half hours, within Ramadan, and one that left out a day. */
const zones = [
  "Asia/Shanghai",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/St_Johns",
];

const byIntl = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })
    .format(instant)
    .replace(" ", "T");

test.each(zones)("a file shows what clocks in %s show, also on days on which they change", (zone) => {
  const wallOf = wallTime(zone);
  const instants = fc.date({ min: new Date("1990-01-01Z"), max: new Date("2037-12-31Z"), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (instant) => {
      expect(wallOf(instant)).toBe(byIntl(instant, zone));
    }),
  );
});

test.each([
  ["Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59"],
  ["Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00"],
  ["Europe/Berlin", "2026-10-25T00:59:59Z", "2026-10-25T02:59:59"],
  ["Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00"],
  ["Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29T23:59:59"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31T00:00:00"],
])("in %s, %s is %s", (zone, instant, wall) => {
  expect(wallTime(zone)(new Date(instant))).toBe(wall);
});
