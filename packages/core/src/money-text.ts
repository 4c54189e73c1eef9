import { groupDecimal, readDecimal } from "./decimal.ts";
import { minorDigits } from "./minor-digits.ts";

/** The minor units of an amount that a person wrote: "12.50" is 1250 in EUR. Undefined where it is no amount of that currency. */
export function readMinorUnits(text: string, currency: string): number | undefined {
  const decimal = readDecimal(text);
  if (!decimal) return undefined;
  const digits = minorDigits(currency);
  const fraction = decimal.fraction.replace(/0+$/, "");
  if (fraction.length > digits) return undefined;
  const amount = Number(decimal.whole + fraction.padEnd(digits, "0"));
  if (!Number.isSafeInteger(amount)) return undefined;
  return decimal.negative ? -amount : amount;
}

/** An amount as it stands in a field: 125000 in EUR is "1,250.00". */
export function writeMinorUnits(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const figures = String(Math.abs(amount)).padStart(digits + 1, "0");
  const at = figures.length - digits;
  return groupDecimal({ negative: amount < 0, whole: figures.slice(0, at), fraction: figures.slice(at) });
}
