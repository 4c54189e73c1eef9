import type { DecimalMark } from "../mapping/target.ts";
import { narrow } from "./clean.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** A number as a decimal: "-1234.5". Where one mark could be either, `mark` says which parts off the fraction. */
export function parseNumber(text: string, mark: DecimalMark | null): Parsed<string> {
  const read = readNumber(narrow(text).replace(/\s*[%‰]$/, ""), mark);
  return read ?? refused("imports.number-malformed");
}

const spaces = /[\s\u00a0\u202f\u2009'’`´_]/g;

/** A number without anything around it; null if it is none. */
export function readNumber(written: string, mark: DecimalMark | null): Parsed<string> | null {
  const { sign, digits, zeros } = unsigned(written);
  if (!/^\d[\d.,\s\u00a0\u202f\u2009'’`´_]*$|^[.,]\d+$/.test(digits)) return null;
  const parts = partAt(digits, mark);
  if (!parts || !isGrouped(parts.whole)) return null;
  const whole = parts.whole.replaceAll(/\D/g, "").replace(/^0+(?=\d)/, "") || "0";
  const shifted = shift(whole, parts.fraction, zeros);
  if (shifted.length > 40) return null;
  const value = sign === "-" && /[1-9]/.test(shifted) ? `-${shifted}` : shifted;
  return parsed(value, parts.isDoubtful ? "imports.number-doubtful" : undefined);
}

/** The sign, in front, behind or as brackets; and a Chinese ten thousand or hundred million, as zeros to add. */
function unsigned(written: string) {
  let digits = written.trim();
  let sign = "";
  const bracketed = /^\((.*)\)$/.exec(digits)?.[1];
  if (bracketed !== undefined) {
    digits = bracketed.trim();
    sign = "-";
  }
  if (/^[-−–]/.test(digits)) sign = "-";
  if (/\d[-−]$/.test(digits)) sign = "-";
  digits = digits.replace(/^[-−–+]\s*/, "").replace(/[-−]$/, "");
  const zeros = digits.endsWith("万") ? 4 : digits.endsWith("亿") ? 8 : 0;
  return { sign, digits: zeros > 0 ? digits.slice(0, -1).trim() : digits, zeros };
}

interface Parts {
  readonly whole: string;
  readonly fraction: string;
  readonly isDoubtful: boolean;
}

/** Parts the whole from the fraction; null if the marks make no sense. */
function partAt(digits: string, mark: DecimalMark | null): Parts | null {
  const found = markIn(digits);
  if (found === null) return { whole: digits, fraction: "", isDoubtful: false };
  const sure = found === "either" ? mark : found;
  if (sure === "none") return { whole: digits, fraction: "", isDoubtful: false };
  if (sure === null) {
    // Three digits behind the only mark: a thousand, as most would read it, unless it stands behind a lone zero.
    return { whole: digits, fraction: "", isDoubtful: true };
  }
  const at = digits.lastIndexOf(sure);
  if (at === -1) return { whole: digits, fraction: "", isDoubtful: false };
  const fraction = digits.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return null;
  return { whole: digits.slice(0, at), fraction, isDoubtful: mark !== null && mark !== sure };
}

/**
 * The mark that parts off the fraction, as far as the number itself shows: the last of two different ones, or the only
 * one unless three digits stand behind it. Null without any; "none" where one mark occurs several times, as grouping.
 */
function markIn(digits: string): DecimalMark | "either" | "none" | null {
  const points = count(digits, ".");
  const commas = count(digits, ",");
  if (points === 0 && commas === 0) return null;
  if (points > 0 && commas > 0) return digits.lastIndexOf(".") > digits.lastIndexOf(",") ? "." : ",";
  const mark = points > 0 ? "." : ",";
  if (points + commas > 1) return "none";
  if (/[\s\u00a0\u202f\u2009'’`´]/.test(digits)) return mark;
  const [whole = "", fraction = ""] = digits.split(mark);
  return fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? "either" : mark;
}

const count = (text: string, mark: string) => text.split(mark).length - 1;

/** Digits in groups as people write them: of three, of four in Chinese, of two above the thousand in India. */
function isGrouped(whole: string): boolean {
  const groups = whole.split(/[.,\s\u00a0\u202f\u2009'’`´_]/);
  if (groups.length === 1) return /^\d*$/.test(whole);
  const separators = new Set(whole.replaceAll(/\d/g, "").replaceAll(spaces, " "));
  const [first = "", ...others] = groups;
  const last = others.at(-1) ?? "";
  const isEven = others.every((group) => group.length === last.length) && (last.length === 3 || last.length === 4);
  const isIndian = last.length === 3 && others.slice(0, -1).every((group) => group.length === 2);
  return separators.size === 1 && first.length >= 1 && first.length <= last.length && (isEven || isIndian);
}

function shift(whole: string, fraction: string, zeros: number): string {
  const moved = fraction.padEnd(zeros, "0");
  const all = (whole + moved.slice(0, zeros)).replace(/^0+(?=\d)/, "");
  const rest = moved.slice(zeros).replace(/0+$/, "");
  return rest === "" ? all : `${all}.${rest}`;
}

/** Which mark a column's numbers use; doubtful where none of them shows it and some could be read both ways. */
export function detectDecimalMark(samples: readonly string[]): { mark: DecimalMark | null; isDoubtful: boolean } {
  const seen = { ".": 0, ",": 0, either: 0 };
  for (const sample of samples) {
    const { digits } = unsigned(narrow(sample).replaceAll(/[^\d.,\s()\-−'’]/g, ""));
    const found = markIn(digits);
    if (found === "none") seen[digits.includes(".") ? "," : "."] += 1;
    else if (found !== null) seen[found] += 1;
  }
  if (seen["."] === 0 && seen[","] === 0) return { mark: null, isDoubtful: seen.either > 0 };
  return { mark: seen["."] >= seen[","] ? "." : ",", isDoubtful: false };
}
