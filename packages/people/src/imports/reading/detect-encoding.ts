import { isAscii, isUtf8 } from "node:buffer";
import { readBytes } from "./bytes.ts";
import { limits } from "./limits.ts";
import type { Encoding, Source } from "./table.ts";

/**
 * The encoding of a text file: by its mark, by the zeros of UTF-16, by being UTF-8 throughout, and else by whether its
 * bytes pair up into common Chinese characters. Reads on until it has met enough that is not ASCII.
 */
export async function detectEncoding(source: Source): Promise<Encoding> {
  const telling: Uint8Array[] = [];
  let size = 0;
  let first = true;
  for await (const piece of readBytes(source)) {
    const named = first ? (byMark(piece) ?? byZeros(piece)) : null;
    if (named) return named;
    first = false;
    // A piece is kept whole with the one before it or after it, so that no character is cut but at the edges.
    if (size > 0 || !isAscii(piece)) {
      telling.push(Buffer.from(piece));
      size += piece.length;
    }
    if (size >= limits.sample) break;
  }
  return encodingOf(Buffer.concat(telling).subarray(0, limits.sample));
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Delimiters, line ends and digits are ASCII in every language: in UTF-16 each brings a zero, always on the same side. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 64 * 1024) & ~1;
  let little = 0;
  let big = 0;
  for (let at = 0; at < length; at += 2) {
    const low = bytes[at] ?? 0;
    const high = bytes[at + 1] ?? 0;
    if (high === 0 && isPlain(low)) little += 1;
    if (low === 0 && isPlain(high)) big += 1;
  }
  const enough = Math.max(2, length / 2 / 50);
  if (little > enough && little > 20 * big) return "utf-16le";
  if (big > enough && big > 20 * little) return "utf-16be";
  return null;
}

const isPlain = (byte: number) => byte === 0x09 || byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x7f);

function encodingOf(sample: Buffer): Encoding {
  if (sample.length === 0 || isUtf8(sample)) return "utf-8";
  const { valid, broken } = countUtf8(sample);
  // The last character may be cut by the sample's end, and a byte here or there by whoever handled the file.
  if (valid > 0 && broken <= 1 + valid / 50) return "utf-8";
  return looksChinese(sample) ? "gb18030" : "windows-1252";
}

function countUtf8(bytes: Buffer): { valid: number; broken: number } {
  let valid = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOfUtf8(bytes[at] ?? 0);
    let read = 1;
    while (read < length && ((bytes[at + read] ?? 0) & 0xc0) === 0x80) read += 1;
    if (length > 1 && read === length) valid += 1;
    else if ((bytes[at] ?? 0) >= 0x80) broken += 1;
    at += read;
  }
  return { valid, broken };
}

/** How many bytes a character has by its first; 1 for ASCII and for what can be no first byte. */
function lengthOfUtf8(lead: number): number {
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
}

/**
 * Western text has its accented letters singly, between ASCII ones; Chinese text in GBK has them in pairs, most of whose
 * first bytes lie where GB 2312 keeps its common characters and full-width marks.
 */
function looksChinese(bytes: Buffer): boolean {
  let common = 0;
  let other = 0;
  for (let at = 0; at < bytes.length - 1; ) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const isCommon =
      ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3)) && trail >= 0xa1 && trail !== 0xff;
    if (isCommon) common += 1;
    else other += 1;
    at += isCommon || (lead > 0x80 && lead !== 0xff && trail >= 0x40) ? 2 : 1;
  }
  return common > 2 * other;
}
