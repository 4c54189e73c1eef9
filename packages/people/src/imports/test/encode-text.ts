import type { Encoding } from "../reading/table.ts";

/** Text in an encoding, with or without the mark in front that names it. */
export function encodeText(text: string, encoding: Encoding, mark = false): Buffer {
  const marked = mark ? `\ufeff${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked, "utf8");
  if (encoding === "utf-16le") return Buffer.from(marked, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(marked, "utf16le").swap16();
  const table = encoding === "gb18030" ? chinese() : western();
  return Buffer.concat([...text].map((character) => table.get(character) ?? Buffer.from("?")));
}

/** Whether an encoding has all of a text's characters. */
export function canEncode(text: string, encoding: Encoding): boolean {
  if (encoding !== "gb18030" && encoding !== "windows-1252") return true;
  const table = encoding === "gb18030" ? chinese() : western();
  return [...text].every((character) => table.has(character));
}

let pairs: Map<string, Buffer> | undefined;

/** What GBK has in one and two bytes, as the platform reads them. */
function chinese(): Map<string, Buffer> {
  if (pairs) return pairs;
  pairs = new Map(ascii());
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if ([...character].length === 1 && character !== "\ufffd") pairs.set(character, bytes);
    }
  return pairs;
}

const euroToY = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function western(): Map<string, Buffer> {
  const table = new Map(ascii());
  for (let byte = 0xa0; byte <= 0xff; byte++) table.set(String.fromCharCode(byte), Buffer.from([byte]));
  for (const [at, character] of [...euroToY].entries())
    if (character !== " ") table.set(character, Buffer.from([0x80 + at]));
  return table;
}

function* ascii(): Generator<[string, Buffer]> {
  for (let byte = 0; byte < 0x80; byte++) yield [String.fromCharCode(byte), Buffer.from([byte])];
}
