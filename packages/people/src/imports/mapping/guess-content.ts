import { parseBoolean } from "../values/boolean.ts";
import { readDate } from "../values/date.ts";
import { parseEmail } from "../values/email.ts";
import { parseList } from "../values/list.ts";
import { takeCurrency } from "../values/money.ts";
import { parseNumber } from "../values/number.ts";
import { parsePhone } from "../values/phone.ts";
import type { ImportFieldType } from "./target.ts";

/** What a column's cells look like, whatever it is called. */
export interface ContentGuess {
  readonly type: ImportFieldType;
  /** The share of filled cells that are of that type. */
  readonly share: number;
}

/** The type that most of a column's filled cells are of. A stray cell among many changes nothing. */
export function guessContent(filled: readonly string[], country: string | null): ContentGuess {
  if (filled.length === 0) return { type: "text", share: 0 };
  for (const [type, test] of tests) {
    const share = shareOf(filled, (cell) => test(cell, country));
    if (share >= 0.8) return { type, share };
  }
  return guessWords(filled);
}

/** The share of cells that could be of a type. */
export function shareLike(
  filled: readonly string[],
  type: "email" | "phone" | "date" | "boolean",
  country: string | null,
) {
  const test = { email: isEmail, phone: couldBePhone, date: isDate, boolean: isBoolean }[type];
  return filled.length === 0 ? 0 : shareOf(filled, (cell) => test(cell, country));
}

type Test = (cell: string, country: string | null) => boolean;

const isEmail: Test = (cell) => cell.includes("@") && parseEmail(cell.split(/[;,，；]/)[0] ?? "").ok;
const isUrl: Test = (cell) => /^(?:https?:\/\/|www\.)\S+\.\S+$/i.test(cell.trim());
/** With its year: 3.12 may be anything. */
const isDate: Test = (cell) => {
  if (!/\D/.test(cell.trim())) return false;
  const date = readDate(cell, "dmy");
  return date.ok && date.value.year !== null;
};
const isMoment: Test = (cell, country) => isDate(cell, country) && /\d[:时点]\d/.test(cell);
const isBoolean: Test = (cell) => parseBoolean(cell).ok;
/** Zeros in front are a postcode's or a number's of an account. */
const isNumber: Test = (cell) => !/^'?0\d/.test(cell.trim()) && parseNumber(cell, null).ok;
const isMoney: Test = (cell) => takeCurrency(cell, "").named !== null && /\d/.test(cell) && !/[\p{L}]{4}/u.test(cell);
/** Digits alone might be anything; a plus, blanks between groups or the shape of a Chinese mobile tell a phone. */
const isPhone: Test = (cell, country) =>
  /^'?(?:\+|00)\d|^1[3-9]\d{9}$|^\(?0?\d{2,5}\)?[\s-]\d{3}/.test(cell.trim()) && couldBePhone(cell, country);
const couldBePhone: Test = (cell, country) => {
  const phone = parsePhone(cell, country);
  return phone.ok || phone.code === "imports.phone-country-missing";
};

const tests: readonly (readonly [ImportFieldType, Test])[] = [
  ["email", isEmail],
  ["url", isUrl],
  ["date-time", isMoment],
  ["date", isDate],
  ["phone", isPhone],
  ["money", isMoney],
  ["boolean", (cell) => isBoolean(cell, null) && !/^[01]$/.test(cell.trim())],
  ["number", isNumber],
];

function guessWords(filled: readonly string[]): ContentGuess {
  const long = shareOf(filled, (cell) => cell.length > 150 || cell.includes("\n"));
  if (long > 0.2) return { type: "long-text", share: long };
  const distinct = new Set(filled);
  const isShort = [...distinct].every((cell) => cell.length <= 60);
  if (isShort && filled.length >= 8 && distinct.size <= Math.min(25, filled.length / 4)) {
    const isList = shareOf(filled, (cell) => /[;；|]|^"/.test(cell) && (parseOk(cell)?.length ?? 0) > 1);
    return { type: isList > 0.1 ? "multi-select" : "select", share: 1 };
  }
  return { type: "text", share: 1 };
}

function parseOk(cell: string): readonly string[] | null {
  const list = parseList(cell);
  return list.ok ? list.value : null;
}

function shareOf(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.filter(test).length / cells.length;
}
