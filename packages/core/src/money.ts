import { allocate, type Dinero, dinero } from "dinero.js";
import { z } from "zod";
import { AppError } from "./error.ts";
import { minorDigits } from "./minor-digits.ts";

/** An amount in the smallest unit of its currency (cents, fen, yen): always a whole, safe number. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
export const moneySchema = z.object({ amount: z.int(), currency: currencySchema });

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new AppError("invalid", "core.money-not-whole", { amount: String(amount) });
  return { amount, currency: currencySchema.parse(currency) };
}

export function addMoney(first: Money, ...rest: readonly Money[]): Money {
  return rest.reduce((sum, next) => {
    if (sum.currency !== next.currency)
      throw new AppError("invalid", "core.money-currencies-mixed", { first: sum.currency, second: next.currency });
    return money(sum.amount + next.amount, sum.currency);
  }, first);
}

export function negateMoney(value: Money): Money {
  return money(value.amount === 0 ? 0 : -value.amount, value.currency);
}

/** Divides `total` by whole-number weights; the shares sum to it to the last unit, largest remainders first served. */
export function allocateMoney(total: Money, weights: readonly number[]): Money[] {
  if (
    weights.length === 0 ||
    weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0) ||
    weights.every((weight) => weight === 0)
  )
    throw new AppError("invalid", "core.money-weights");
  return allocate(asDinero(total), [...weights]).map((share) => money(share.toJSON().amount, total.currency));
}

function asDinero(value: Money): Dinero<number> {
  return dinero({
    amount: value.amount,
    currency: { code: value.currency, base: 10, exponent: minorDigits(value.currency) },
  });
}
