import fc from "fast-check";
import { expect, test } from "vitest";
import { detectDecimalMark, parseNumber } from "./number.ts";

/** How languages write numbers: what parts groups, and what the fraction. */
const styles = [
  [",", "."],
  [".", ","],
  [" ", ","],
  ["\u00a0", ","],
  ["\u202f", ","],
  ["'", "."],
  ["’", "."],
  ["", "."],
  ["", ","],
] as const;

test("a number written in any language's way reads back exactly", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.nat(9_999),
      fc.constantFrom(...styles),
      (whole, part, style) => {
        const [group, mark] = style;
        const digits = String(whole < 0n ? -whole : whole).replaceAll(/\B(?=(?:\d{3})+$)/g, group);
        const fraction = String(part).padStart(4, "0");
        const expected = `${whole}.${fraction}`.replace(/\.?0+$/, (zeros) =>
          zeros.startsWith(".") ? "" : zeros.replace(/0+$/, ""),
        );
        expect(parseNumber(`${whole < 0n ? "-" : ""}${digits}${mark}${fraction}`, mark)).toEqual({
          ok: true,
          value: expected,
        });
      },
    ),
  );
});

test.each([
  ["1,234.56", "1234.56"],
  ["1.234,56", "1234.56"],
  ["1 234,56", "1234.56"],
  ["1'234.56", "1234.56"],
  ["１，２３４．５６", "1234.56"],
  ["1,234,567", "1234567"],
  ["1.234.567", "1234567"],
  ["12,34,567.8", "1234567.8"],
  ["1,2345,6789", "123456789"],
  ["0.125", "0.125"],
  ["1234.567", "1234.567"],
  ["12,5", "12.5"],
  [".5", "0.5"],
  ["(12)", "-12"],
  ["12-", "-12"],
  ["−7", "-7"],
  ["+7", "7"],
  ["007", "7"],
  ["-0", "0"],
  ["15 %", "15"],
  ["1.2万", "12000"],
  ["3亿", "300000000"],
  ["12345678901234567890.5", "12345678901234567890.5"],
])("%s is %s", (written, value) => {
  expect(parseNumber(written, null)).toEqual({ ok: true, value });
});

test.each(["", "abc", "1.2.3,4,5", "1,23,4", "12 monkeys", "1-2", "--1", "1..2", "=1+1", "1e5", "9".repeat(60)])(
  "%s is no number",
  (written) => {
    expect(parseNumber(written, null)).toEqual({ ok: false, code: "imports.number-malformed" });
  },
);

test("1,234 may be either: the column decides, and until then it is doubtful", () => {
  expect(parseNumber("1,234", null)).toEqual({ ok: true, value: "1234", doubt: "imports.number-doubtful" });
  expect(parseNumber("1,234", ".")).toEqual({ ok: true, value: "1234" });
  expect(parseNumber("1,234", ",")).toEqual({ ok: true, value: "1.234" });
  expect(parseNumber("1.234", ",")).toEqual({ ok: true, value: "1234" });
});

test("a number that goes against its column is doubtful", () => {
  expect(parseNumber("1,234.56", ",")).toEqual({ ok: true, value: "1234.56", doubt: "imports.number-doubtful" });
});

test.each([
  [["1,234", "5,6"], ",", false],
  [["1,234", "5.6"], ".", false],
  [["￥7,409.40", "￥12"], ".", false],
  [["1.234", "5.678"], null, true],
  [["1.234.567"], ",", false],
  [["12", "7"], null, false],
] as const)("%j is written with %s", (samples, mark, isDoubtful) => {
  expect(detectDecimalMark(samples)).toEqual({ mark, isDoubtful });
});
