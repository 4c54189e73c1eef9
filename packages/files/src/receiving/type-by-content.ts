import { fileTypeFromBuffer } from "file-type";
import { download } from "../media-type.ts";
import { legibleText, typeOfText } from "./type-of-text.ts";

interface Hints {
  /** Tells plain text from Markdown and CSV; decides nothing that a browser could run. */
  name: string;
  /** Whether the sample is the whole file. */
  complete: boolean;
}

/** The media type that the first bytes of a file speak for, whatever its name says. */
export async function typeByContent(sample: Uint8Array, hints: Hints): Promise<string> {
  const found = (await fileTypeFromBuffer(sample))?.mime;
  const text = legibleText(sample);
  if (found && found !== "application/xml" && !(text !== null && byTwoLetters.has(found)))
    return sameAs[found] ?? found;
  return text === null ? download : typeOfText(text, hints);
}

/** Two or three letters stand for these ("BM", "MZ", "ID3"), and a text may begin with them; their files are not legible. */
const byTwoLetters: ReadonlySet<string> = new Set([
  "image/bmp",
  "application/x-msdownload",
  "audio/mpeg",
  "audio/x-musepack",
  "video/x-flv",
  "video/mpeg",
  "application/x-shockwave-flash",
]);

const sameAs: Readonly<Record<string, string>> = {
  // An animated PNG is a PNG.
  "image/apng": "image/png",
};
