import fc from "fast-check";
import { expect, test } from "vitest";
import { minorDigits } from "./minor-digits.ts";
import { addMoney, allocateMoney, money, negateMoney } from "./money.ts";

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const weights = fc
  .array(fc.nat(1_000), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0));

test("shares sum to the whole, to the last cent, whatever is divided and however", () => {
  fc.assert(
    fc.property(amount, weights, (total, list) => {
      const shares = allocateMoney(money(total, "EUR"), list);
      expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBe(total);
    }),
  );
});

test("nobody's share is more than a cent away from what is theirs, and no weight is no share", () => {
  fc.assert(
    fc.property(amount, weights, (total, list) => {
      const whole = list.reduce((sum, weight) => sum + weight, 0);
      for (const [place, share] of allocateMoney(money(total, "JPY"), list).entries()) {
        const weight = list[place] ?? 0;
        if (weight === 0) expect(share.amount).toBe(0);
        expect(Math.abs(share.amount - (total * weight) / whole)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("what was added can be taken away again", () => {
  fc.assert(
    fc.property(amount, amount, (first, second) => {
      const sum = addMoney(money(first, "CNY"), money(second, "CNY"));
      expect(addMoney(sum, negateMoney(money(second, "CNY")))).toEqual(money(first, "CNY"));
    }),
  );
});

test("an amount that is not whole, or larger than a number can hold exactly, is refused", () => {
  for (const wrong of [0.1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])
    expect(() => money(wrong, "EUR")).toThrow("core.money-not-whole");
  expect(() => addMoney(money(Number.MAX_SAFE_INTEGER, "EUR"), money(1, "EUR"))).toThrow("core.money-not-whole");
});

test("currencies are never mixed", () => {
  expect(() => addMoney(money(1, "EUR"), money(1, "CNY"))).toThrow("core.money-currencies-mixed");
});

test("weights that cannot divide are refused", () => {
  for (const wrong of [[], [0, 0], [-1, 2], [0.5]])
    expect(() => allocateMoney(money(100, "EUR"), wrong)).toThrow("core.money-weights");
});

test("currencies have the digits that they have", () => {
  expect([minorDigits("EUR"), minorDigits("CNY"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 2, 0, 3]);
});
