import { expect, test } from "vitest";
import { wallTime } from "./wall-time.ts";
import { zoneName } from "./zone-name.ts";

test("most times are once", () => {
  expect(wallTime("2026-11-28T14:00", "Asia/Shanghai")).toEqual({
    kind: "once",
    moment: new Date("2026-11-28T06:00:00Z"),
  });
});

test("where clocks leap ahead, a time is never; where they go back, it is twice", () => {
  expect(wallTime("2027-03-28T01:30", "Europe/Dublin")).toEqual({
    kind: "skipped",
    shown: "2027-03-28T02:30",
    moment: new Date("2027-03-28T01:30:00Z"),
  });
  expect(wallTime("2026-10-25T01:30", "Europe/Dublin")).toEqual({
    kind: "twice",
    moment: new Date("2026-10-25T00:30:00Z"),
  });
});

test.each([
  ["", "Asia/Shanghai"],
  ["tomorrow", "Asia/Shanghai"],
  ["2026-13-01T00:00", "Asia/Shanghai"],
  ["2026-11-28T14:00", "Nowhere/At_All"],
])("%j in %s is no time", (local, zone) => {
  expect(wallTime(local, zone)).toEqual({ kind: "none" });
});

test("a zone is called as people read it", () => {
  expect(zoneName("America/Argentina/Buenos_Aires")).toBe("America / Argentina / Buenos Aires");
});
