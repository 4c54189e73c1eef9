import { expect, test } from "vitest";
import { csvLine } from "./csv-line.ts";

test.each([
  ["=1+1", `"'=1+1"`],
  ["+86 138", `"'+86 138"`],
  ["-2", `"'-2"`],
  ["@sum(a1)", `"'@sum(a1)"`],
  ["  =cmd|' /c calc'!a1", `"'  =cmd|' /c calc'!a1"`],
  ["\t=1", `"'\t=1"`],
  ["＝1", `"'＝1"`],
  ["\u200b=1", `"'\u200b=1"`],
  ["李雷", "李雷"],
  ['a "b", c', '"a ""b"", c"'],
  ["two\nlines", '"two\nlines"'],
  ["", ""],
])("%j is written so that it is only read", (text, expected) => {
  expect(csvLine([text, "x"])).toBe(`${expected},x\r\n`);
});
