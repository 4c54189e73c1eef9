import { type Money, minorDigits } from "@guildhall/core";
import type { DecimalMark } from "../mapping/target.ts";
import { narrow } from "./clean.ts";
import { readNumber } from "./number.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

interface AmountFormat {
  readonly mark: DecimalMark | null;
  /** Where the cell names none. */
  readonly currency: string;
  /** Rounds what is finer than the currency, as a spreadsheet does when it shows what it has computed. */
  readonly rounded?: boolean;
}

/** An amount in minor units, exactly. A sign or code in the cell names its currency. */
export function parseMoney(text: string, { mark, currency, rounded = false }: AmountFormat): Parsed<Money> {
  const { rest, named } = takeCurrency(narrow(text), currency);
  const number = readNumber(rest, mark);
  if (!number?.ok) return refused("imports.money-malformed");
  const of = named ?? currency;
  const amount = minorUnits(number.value, digitsOf(of), rounded);
  if (typeof amount !== "number") return refused(amount);
  // Three digits behind the only mark are a thousand where the currency has no thousandths.
  const isSure = mark === null && digitsOf(of) < 3;
  return parsed({ amount, currency: of }, isSure ? undefined : number.doubt);
}

function minorUnits(decimal: string, digits: number, rounded: boolean) {
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  if (fraction.length > digits && !rounded) return "imports.money-too-exact";
  const isUp = fraction.charAt(digits) >= "5";
  const amount = Number(whole + fraction.slice(0, digits).padEnd(digits, "0")) + (isUp ? 1 : 0);
  if (!Number.isSafeInteger(amount)) return "imports.money-malformed";
  return decimal.startsWith("-") && amount > 0 ? -amount : amount;
}

const knownDigits = new Map<string, number>();

/** How many digits a currency's fraction has; kept, since formatters are dear. */
export function digitsOf(currency: string): number {
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
  ["$US", ["USD"]],
  ["£GB", ["GBP"]],
  ["CN¥", ["CNY"]],
  ["JP¥", ["JPY"]],
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
