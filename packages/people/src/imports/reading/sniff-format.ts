import { readStart } from "./bytes.ts";
import { refuseFile } from "./refuse-file.ts";
import type { Source } from "./table.ts";

/** What a file is by its first bytes, or why it is no table. Names and endings are not asked. */
export async function sniffFormat(source: Source): Promise<"text" | "xlsx"> {
  const start = await readStart(source, 64 * 1024);
  if (start.length === 0) throw refuseFile("imports.file-empty");
  if (begins(start, "PK\u0003\u0004")) return "xlsx";
  if (begins(start, "PK\u0005\u0006")) throw refuseFile("imports.not-a-workbook");
  if (begins(start, "\u00d0\u00cf\u0011\u00e0"))
    throw refuseFile(start.includes(encryptedPackage) ? "imports.encrypted" : "imports.old-excel");
  if (binaries.some((mark) => begins(start, mark))) throw refuseFile("imports.not-a-table");
  const text = start
    .toString("latin1")
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, "")
    .slice(0, 2_000)
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<meta|<table|<style)/.test(text)) throw refuseFile("imports.web-page");
  if (/^(?:<\?xml|<!doctype|begin:vcard|begin:vcalendar|\{\\rtf)/.test(text)) throw refuseFile("imports.not-a-table");
  if (isBinary(start)) throw refuseFile("imports.not-a-table");
  return "text";
}

const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");

/** PDF, PNG, JPEG, GIF, gzip, 7z, RAR, bzip2, xz, zstd, ELF, SQLite, PostScript, WebP and its kin, MP4 and HEIC. */
const binaries = [
  "%PDF",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "GIF8",
  "\u001f\u008b",
  "7z\u00bc\u00af",
  "Rar!",
  "BZh",
  "\u00fd7zXZ",
  "\u0028\u00b5\u002f\u00fd",
  "\u007fELF",
  "SQLite format 3",
  "%!PS",
  "RIFF",
  "ID3",
  "OggS",
];

function begins(bytes: Buffer, mark: string): boolean {
  return bytes.subarray(0, mark.length).toString("latin1") === mark;
}

/** Control characters that no text has, unless each second byte is a zero as in UTF-16. */
function isBinary(bytes: Buffer): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked) return false;
  let controls = 0;
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      controls += 1;
  }
  const [even = 0, odd = 0] = zeros;
  const allZeros = even + odd;
  if (allZeros === 0) return controls > bytes.length / 100;
  // UTF-16 without a mark: zeros on one side. Some of its characters have control codes for a half.
  return Math.min(even, odd) > allZeros / 20 || allZeros < bytes.length / 50;
}
