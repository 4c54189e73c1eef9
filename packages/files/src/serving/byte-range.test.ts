import { expect, test } from "vitest";
import { seeded } from "../test/seeded.ts";
import { readRange } from "./byte-range.ts";

test.each([
  [null, "all"],
  ["bytes=0-", { start: 0, end: 9 }],
  ["bytes=2-5", { start: 2, end: 5 }],
  ["bytes=9-9", { start: 9, end: 9 }],
  ["bytes=5-99", { start: 5, end: 9 }],
  ["bytes=-3", { start: 7, end: 9 }],
  ["bytes=-99", { start: 0, end: 9 }],
  ["BYTES = 1 - 2", { start: 1, end: 2 }],
  ["bytes=10-", "none"],
  ["bytes=10-20", "none"],
  ["bytes=-0", "none"],
  ["bytes=5-2", "all"],
  ["bytes=-", "all"],
  ["bytes=0-1,4-5", "all"],
  ["lines=0-1", "all"],
  ["bytes=0x1-2", "all"],
  ["bytes=99999999999999999999-", "all"],
])("%j of ten bytes is %j", (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});

test("of nothing there is no part", () => {
  expect(readRange("bytes=0-", 0)).toBe("none");
  expect(readRange("bytes=-1", 0)).toBe("none");
});

test("whatever is asked, the answer lies within the size", () => {
  const random = seeded(5);
  const number = () => (random() < 0.2 ? "" : String(Math.floor(random() * 40)));
  for (let run = 0; run < 5_000; run++) {
    const size = Math.floor(random() * 30);
    const range = readRange(`bytes=${number()}-${number()}`, size);
    if (typeof range === "string") continue;
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end).toBeLessThan(size);
  }
});
