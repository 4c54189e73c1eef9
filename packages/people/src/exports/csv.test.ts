import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

const line = (text: string) => csvLine([{ is: "text", text }]);

test.each([
  ["=1+1", `"'=1+1"`],
  ["+1+1", `"'+1+1"`],
  ["-2+cmd|' /c calc'!a1", `"'-2+cmd|' /c calc'!a1"`],
  ["@sum(a1)", `"'@sum(a1)"`],
  ["  =1", `"'  =1"`],
  ["\t=1", `"'\t=1"`],
  ["＝1", `"'＝1"`],
  ["\u200b=1", `"'\u200b=1"`],
  ["+441632960000", "+441632960000"],
  ["+44 1632", `"'+44 1632"`],
  ["-12.5", "-12.5"],
  ["李雷", "李雷"],
  ['a "b", c', '"a ""b"", c"'],
])("%j is written so that it is only read", (text, expected) => {
  expect(line(text)).toBe(`${expected}\r\n`);
});

test("whatever is in a cell, a spreadsheet that reads it back finds no formula", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom("", "=", "+", "-", "@", "\t", "\r"), (rest, sign) => {
      const written = line(sign + rest).slice(0, -2);
      const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      expect(read).toMatch(/^(?![=@\t\r])(?![+-](?!\d+(?:\.\d+)?$))/);
    }),
  );
});

test("numbers, days and instants stand as what they are", () => {
  expect(
    csvLine([
      { is: "number", number: -3.5 },
      { is: "number", number: 12, decimals: 2 },
      null,
      { is: "day", day: "2026-03-02" },
      { is: "instant", wall: "2026-03-02T17:00:00" },
      { is: "flag", flag: true },
    ]),
  ).toBe("-3.5,12.00,,2026-03-02,2026-03-02 17:00:00,true\r\n");
});
