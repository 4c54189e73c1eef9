import fc from "fast-check";
import { expect, test } from "vitest";
import { minorDigits } from "./minor-digits.ts";
import { readMinorUnits, writeMinorUnits } from "./money-text.ts";

test.each([
  ["12.50", "EUR", 1_250],
  ["12,5", "EUR", 1_250],
  ["1.250,00", "EUR", 125_000],
  ["3万", "CNY", 3_000_000],
  ["12.500", "KWD", 12_500],
  ["500", "JPY", 500],
  ["500.00", "JPY", 500],
  ["-4", "USD", -400],
])("%s in %s is %d", (text, currency, amount) => {
  expect(readMinorUnits(text, currency)).toBe(amount);
});

test.each([
  ["12.505", "EUR"],
  ["12.5", "JPY"],
  ["99999999999999999", "EUR"],
  ["a lot", "EUR"],
  ["", "EUR"],
])("%j is no amount of %s", (text, currency) => {
  expect(readMinorUnits(text, currency)).toBeUndefined();
});

test("what a field shows is read as the same amount, in every currency", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom("EUR", "CNY", "JPY", "KWD", "USD"), (amount, currency) => {
      const text = writeMinorUnits(amount, currency);
      expect(readMinorUnits(text, currency)).toBe(amount === 0 ? 0 : amount);
      expect(text.split(".")[1]?.length ?? 0).toBe(minorDigits(currency));
    }),
  );
});
