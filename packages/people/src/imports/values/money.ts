import { type Money, minorDigits } from "@guildhall/core";
import type { DecimalMark } from "../mapping/target.ts";
import { narrow } from "./clean.ts";
import { readNumber } from "./number.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** An amount in minor units, exactly. A sign or code in the cell names its currency, else it is `currency`. */
export function parseMoney(text: string, mark: DecimalMark | null, currency: string): Parsed<Money> {
  const { rest, named } = takeCurrency(narrow(text), currency);
  const number = readNumber(rest, mark);
  if (!number?.ok) return refused("imports.money-malformed");
  const of = named ?? currency;
  const amount = minorUnits(number.value, of);
  if (typeof amount !== "number") return refused(amount);
  return parsed({ amount, currency: of }, number.doubt);
}

function minorUnits(decimal: string, currency: string) {
  const digits = digitsOf(currency);
  const [whole = "0", fraction = ""] = decimal.split(".");
  if (fraction.length > digits) return "imports.money-too-exact";
  const amount = Number(whole + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(amount) ? amount + 0 : "imports.money-malformed";
}

const knownDigits = new Map<string, number>();

/** Formatters are dear, and a column has one currency. */
function digitsOf(currency: string): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const digits = minorDigits(currency);
  knownDigits.set(currency, digits);
  return digits;
}

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** What else than digits stands in an amount, longest first. A sign of several currencies is the default one's if it may be. */
const signs: readonly (readonly [string, readonly [string, ...string[]]])[] = [
  ["US$", ["USD"]],
  ["HK$", ["HKD"]],
  ["NT$", ["TWD"]],
  ["NZ$", ["NZD"]],
  ["CA$", ["CAD"]],
  ["AU$", ["AUD"]],
  ["MX$", ["MXN"]],
  ["S$", ["SGD"]],
  ["C$", ["CAD"]],
  ["A$", ["AUD"]],
  ["R$", ["BRL"]],
  ["RMB", ["CNY"]],
  ["人民币", ["CNY"]],
  ["美元", ["USD"]],
  ["美金", ["USD"]],
  ["欧元", ["EUR"]],
  ["英镑", ["GBP"]],
  ["港元", ["HKD"]],
  ["港币", ["HKD"]],
  ["日元", ["JPY"]],
  ["元", ["CNY", "TWD", "HKD"]],
  ["円", ["JPY"]],
  ["¥", ["CNY", "JPY"]],
  ["￥", ["CNY", "JPY"]],
  ["$", ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"]],
  ["€", ["EUR"]],
  ["£", ["GBP"]],
  ["₹", ["INR"]],
  ["₩", ["KRW"]],
  ["₽", ["RUB"]],
  ["₺", ["TRY"]],
  ["₴", ["UAH"]],
  ["₫", ["VND"]],
  ["₱", ["PHP"]],
  ["฿", ["THB"]],
  ["₪", ["ILS"]],
  ["zł", ["PLN"]],
  ["Kč", ["CZK"]],
  ["kr", ["SEK", "NOK", "DKK", "ISK"]],
  ["Fr.", ["CHF"]],
];

/** The currency an amount names, and the amount without it. */
export function takeCurrency(text: string, preferred: string): { rest: string; named: string | null } {
  const code = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/.exec(text)?.[0];
  if (code && currencies.has(code.toUpperCase())) return { rest: without(text, code), named: code.toUpperCase() };
  for (const [sign, [usual, ...others]] of signs)
    if (text.includes(sign))
      return { rest: without(text, sign), named: others.includes(preferred) ? preferred : usual };
  return { rest: text, named: null };
}

/** Taken out at the sign's place, with a minus or a bracket on either side left where it is. */
function without(text: string, sign: string): string {
  return text
    .replace(sign, "")
    .replace(/^([-−(]?)\s+/, "$1")
    .trim();
}
