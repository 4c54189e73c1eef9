import { minorDigits } from "@guildhall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMoney } from "./money.ts";

test("an amount formatted for any language reads back to the last unit", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      fc.constantFrom("EUR", "CNY", "USD", "JPY", "GBP", "KWD", "CHF"),
      fc.constantFrom("en-US", "de-DE", "zh-CN", "fr-FR", "de-CH", "en-IN", "sv-SE"),
      fc.constantFrom("code", "symbol"),
      (amount, currency, language, currencyDisplay) => {
        const digits = minorDigits(currency);
        const text = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay }).format(
          amount / 10 ** digits,
        );
        const mark = new Intl.NumberFormat(language).format(0.5).includes(",") ? "," : ".";
        expect(parseMoney(text, { mark, currency })).toMatchObject({
          ok: true,
          value: { amount: amount + 0, currency },
        });
      },
    ),
  );
});

test.each([
  ["￥7,409.40", "CNY", 740_940, "CNY"],
  ["¥1,200", "JPY", 1_200, "JPY"],
  ["HK$ 12.5", "CNY", 1_250, "HKD"],
  ["US$12", "CNY", 1_200, "USD"],
  ["$12", "CAD", 1_200, "CAD"],
  ["$12", "CNY", 1_200, "USD"],
  ["RMB 88", "USD", 8_800, "CNY"],
  ["88元", "CNY", 8_800, "CNY"],
  ["1.2万元", "CNY", 1_200_000, "CNY"],
  ["12,50 €", "USD", 1_250, "EUR"],
  ["eur 12.50", "USD", 1_250, "EUR"],
  ["-£3.20", "USD", -320, "GBP"],
  ["(£3.20)", "USD", -320, "GBP"],
  ["5499.09", "EUR", 549_909, "EUR"],
  ["1.5000", "EUR", 150, "EUR"],
  ["0.1", "EUR", 10, "EUR"],
  ["90071992547409.91", "EUR", 9_007_199_254_740_991, "EUR"],
])("%s is %s", (written, currency, amount, named) => {
  expect(parseMoney(written, { mark: null, currency })).toEqual({ ok: true, value: { amount, currency: named } });
});

test.each([
  ["0.005", "imports.money-too-exact"],
  ["¥1.5", "imports.money-too-exact"],
  ["free", "imports.money-malformed"],
  ["12 apples", "imports.money-malformed"],
  ["90071992547409.92", "imports.money-malformed"],
  ["", "imports.money-malformed"],
])("%s is refused", (written, code) => {
  expect(parseMoney(written, { mark: null, currency: written.startsWith("¥") ? "JPY" : "EUR" })).toEqual({
    ok: false,
    code,
  });
});

test.each([
  ["12.345", 1_235],
  ["12.344999", 1_234],
  ["-12.345", -1_235],
  ["-0.004", 0],
  ["-0.005", -1],
  ["0.1", 10],
])("what a workbook computed, %s, is rounded as it shows it", (written, amount) => {
  expect(parseMoney(written, { mark: ".", currency: "EUR", rounded: true })).toEqual({
    ok: true,
    value: { amount, currency: "EUR" },
  });
});
