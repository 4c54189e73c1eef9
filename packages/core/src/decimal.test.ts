import fc from "fast-check";
import { expect, test } from "vitest";
import { groupDecimal, readDecimal, writeDecimal } from "./decimal.ts";

const read = (text: string) => {
  const decimal = readDecimal(text);
  return decimal && writeDecimal(decimal);
};

test.each([
  ["1250", "1250"],
  ["1,250", "1250"],
  ["1,250.50", "1250.50"],
  ["1.234,56", "1234.56"],
  ["12,5", "12.5"],
  ["1 250.5", "1250.5"],
  ["1’250", "1250"],
  ["￥1,250", "1250"],
  ["$.50", "0.50"],
  ["１２００", "1200"],
  ["1，200", "1200"],
  ["−3", "-3"],
  ["3万", "30000"],
  ["1.25万", "12500"],
  ["2亿", "200000000"],
  ["007", "7"],
  ["-0", "0"],
])("%s is %s", (written, plain) => {
  expect(read(written)).toBe(plain);
});

test.each(["", ".", "a third", "1,25,0", "1.2.3,4,5", "1,234.5.6", "--1", "12e3", "1,2,3.4"])(
  "%j is no number",
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test("a number with its thousands apart is read as it was", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.maxSafeNat(), fc.stringMatching(/^\d{0,4}$/), (negative, whole, fraction) => {
      const decimal = { negative: negative && (whole > 0 || /[1-9]/.test(fraction)), whole: String(whole), fraction };
      expect(readDecimal(groupDecimal(decimal))).toEqual(decimal);
    }),
  );
});

test("nothing that is typed breaks it", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(read(text) ?? "0").toMatch(/^-?\d+(?:\.\d*)?$/);
    }),
  );
});
