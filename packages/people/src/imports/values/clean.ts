import { type Parsed, parsed, refused } from "./parsed.ts";

const plain = /^[!-~](?:[ -~]*[!-~])?$/;
/** What copying out of other programs leaves behind: marks of direction, joiners that stand alone, a byte order mark. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;
const controls = /(?![\n\t])\p{Cc}/u;

/** One line as it is kept: composed, trimmed, each run of white space one blank. "" where nothing is left. */
export function cleanLine(text: string): string {
  if (plain.test(text) && !text.includes("  ")) return text;
  return text
    .replaceAll(invisible, "")
    .normalize("NFC")
    .replaceAll(/[\s\u2028\u2029]+/gu, " ")
    .trim();
}

/** A line of at most `most` characters. */
export function parseLine(text: string, most: number): Parsed<string> {
  const line = cleanLine(text);
  if (line.length > most) return refused("imports.text-too-long");
  if (controls.test(line) || !line.isWellFormed()) return refused("imports.text-malformed");
  return parsed(line);
}

/** Text of several lines, of at most `most` characters. What begins like a formula is text like any other. */
export function parseText(text: string, most: number): Parsed<string> {
  const whole = text.replaceAll(/\r\n?/g, "\n").replaceAll(invisible, "").normalize("NFC").trim();
  if (whole.length > most) return refused("imports.text-too-long");
  if (controls.test(whole) || !whole.isWellFormed()) return refused("imports.text-malformed");
  return parsed(whole);
}

/** A name of a person, as it is kept. */
export function parseName(text: string): Parsed<string> {
  const line = parseLine(text, 200);
  return line.ok ? line : refused("imports.name-malformed");
}

/** Full-width letters, digits and marks as plain ones, and no apostrophe in front such as Excel puts before digits. */
export function narrow(text: string): string {
  const bare = /^[ -~]*$/.test(text) ? text.trim() : text.replaceAll(invisible, "").normalize("NFKC").trim();
  return wrapped.test(bare) ? bare.replace(/^['’‘`]\s*/, "").replace(/^="(.*)"$/, "$1") : bare;
}

const wrapped = /^['’‘`=]/;

/** A copy that keeps nothing else alive: a piece cut out of a file's text holds on to all of that text. */
export function detach(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
