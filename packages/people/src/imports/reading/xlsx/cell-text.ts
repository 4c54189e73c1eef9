/** Characters that XML cannot hold are written _x000D_ (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  const unescaped = text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return unescaped.includes("\r") ? unescaped.replaceAll(/\r\n?/g, "\n") : unescaped;
}

/**
 * A number as people read it: no exponent, and no more than the fifteen digits that a spreadsheet shows, so that
 * 7655.2000000000007 is 7655.2 and a phone number keeps every digit.
 */
export function numberText(written: string): string | null {
  if (/^-?\d{1,15}$/.test(written)) return written;
  const value = Number(written);
  if (written.trim() === "" || !Number.isFinite(value)) return null;
  return plainDecimal(value.toPrecision(15));
}

/** "1.50e+3" as "1500". */
function plainDecimal(written: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(written);
  if (!match) return written;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const padded = point > 0 ? digits.padEnd(point, "0") : digits.padStart(digits.length - point + 1, "0");
  const at = Math.max(point, 1);
  const decimals = padded.slice(at).replace(/0+$/, "");
  const number = padded.slice(0, at).replace(/^0+(?=\d)/, "") + (decimals === "" ? "" : `.${decimals}`);
  return number === "0" ? "0" : sign + number;
}

const dayLength = 86_400;
/** The day after the last that a spreadsheet knows, 9999-12-31. */
const endOfDays = { 1900: 2_958_466, 1904: 2_957_004 } as const;

/** A day count of a spreadsheet as "2025-03-09", "2025-03-09T14:30:00" or "14:30:00"; null if there is no such day. */
export function serialText(serial: number, kind: "date" | "date-time" | "time", system: 1900 | 1904): string | null {
  if (!(serial >= 0 && serial < endOfDays[system])) return null;
  const seconds = Math.round(serial * dayLength);
  const days = kind === "date" ? Math.floor(serial) : Math.floor(seconds / dayLength);
  const time = new Date((seconds - Math.floor(seconds / dayLength) * dayLength) * 1000).toISOString().slice(11, 19);
  if (kind === "time" && days === 0) return time;
  const date = dayOf(days, system).toISOString().slice(0, 10);
  return kind === "date" ? date : `${date}T${time}`;
}

/** Counted from 1904, or from 1900 with a 29 February that 1900 never had. */
function dayOf(days: number, system: 1900 | 1904): Date {
  const first = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(first + days * dayLength * 1000);
}
