import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { detach, narrow } from "./clean.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/**
 * A number in E.164, from how people and spreadsheets write it. It counts when its length is possible in its country,
 * whatever has been allotted there. Without a plus it is the default country's; where it cannot be, or where there is
 * none, digits long enough to begin with a country's code are read that way.
 */
export function parsePhone(text: string, defaultCountry: string | null): Parsed<string> {
  const written = narrow(text).replace(/^tel:/i, "");
  const bare = written.replaceAll(/[\s().\-/‐-―−·]/g, "").replace(/^(?:00|011(?=[2-9]\d{9}))(?=[1-9])/, "+");
  if (!/^\+?\d+(?:(?:x|ext|#|转|分机)\d{1,6})?$/i.test(bare)) return refused("imports.phone-malformed");
  const country = defaultCountry !== null && isSupportedCountry(defaultCountry) ? defaultCountry : null;
  const number = bare.startsWith("+") ? international(written, bare) : local(written, bare, country);
  if (number) return number;
  const needsCountry = !bare.startsWith("+") && country === null && bare.length >= 6 && bare.length <= 13;
  return refused(needsCountry ? "imports.phone-country-missing" : "imports.phone-malformed");
}

/** The numbers of a cell that may hold several: "138 0013 8000; 139 0013 9000". */
export function splitPhones(text: string): string[] {
  const parts = text.split(/[;；,，、|\n]+|\s\/\s/).filter((part) => part.trim() !== "");
  return parts.length > 1 && parts.every((part) => part.replaceAll(/\D/g, "").length >= 6) ? parts : [text];
}

function international(written: string, bare: string): Parsed<string> | null {
  const known = /^\d+$/.test(bare.slice(1)) ? quickly(bare, null) : undefined;
  const number = known ?? possible(written.includes("+") ? written : bare, null);
  return number === null ? null : parsed(detach(number));
}

function local(written: string, bare: string, country: CountryCode | null): Parsed<string> | null {
  if (country) {
    const number = (/^\d+$/.test(bare) ? quickly(bare, country) : undefined) ?? possible(written, country);
    if (number !== null) return parsed(detach(number));
  }
  if (!/^[1-9]\d{10,14}$/.test(bare)) return null;
  // Eleven digits may as well be a mobile of China, or lack a digit: then they have to be a number that is in use.
  const guessed = parsePhoneNumberFromString(`+${bare}`);
  if (!guessed?.isPossible() || (bare.length === 11 && (chineseMobile.test(bare) || !guessed.isValid()))) return null;
  return parsed(detach(guessed.number), country ? "imports.phone-guessed" : undefined);
}

const chineseMobile = /^1[3-9]\d{9}$/;

function possible(written: string, country: CountryCode | null): string | null {
  const number = parsePhoneNumberFromString(written, country ? { defaultCountry: country } : undefined);
  return number?.isPossible() ? number.number : null;
}

/** Countries whose rules look at no more than a number's first four digits, by code; a code ends at one place only. */
const simple: Readonly<Record<string, string>> = {
  "1": "US",
  "31": "NL",
  "33": "FR",
  "34": "ES",
  "41": "CH",
  "44": "GB",
  "46": "SE",
  "49": "DE",
  "61": "AU",
  "65": "SG",
  "81": "JP",
  "86": "CN",
  "91": "IN",
  "351": "PT",
  "353": "IE",
  "852": "HK",
  "886": "TW",
};
const simpleCountries: ReadonlySet<string> = new Set(Object.values(simple));
const known = new Map<string, number | "slow">();

/**
 * What the library says, remembered by a number's first digits and its length: how many digits fall off at the front.
 * Undefined where it has to be asked.
 */
function quickly(bare: string, country: CountryCode | null): string | undefined {
  const code = country ? codeOf(country) : codeAt(bare);
  if (code === null) return undefined;
  const digits = country ? bare : bare.slice(1 + code.length);
  const key = `${country ?? code}:${digits.slice(0, 4)}:${digits.length}`;
  let dropped = known.get(key);
  if (dropped === undefined) {
    dropped = learn(bare, digits, code, country);
    if (known.size < 200_000) known.set(detach(key), dropped);
  }
  return dropped === "slow" ? undefined : `+${code}${digits.slice(dropped)}`;
}

function learn(bare: string, digits: string, code: string, country: CountryCode | null): number | "slow" {
  const number = possible(bare, country);
  if (number === `+${code}${digits}`) return 0;
  return number === `+${code}${digits.slice(1)}` ? 1 : "slow";
}

function codeOf(country: CountryCode): string | null {
  if (!simpleCountries.has(country)) return null;
  return Object.entries(simple).find(([, each]) => each === country)?.[0] ?? null;
}

function codeAt(bare: string): string | null {
  for (const length of [1, 2, 3]) {
    const code = bare.slice(1, 1 + length);
    if (code in simple) return code;
  }
  return null;
}
