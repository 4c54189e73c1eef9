import { AppError, invalid, tooLarge } from "@guildhall/core";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { importLimits } from "./import-limits.ts";

export interface BroughtFile {
  /** Folders and name, with "/" between them; never leads anywhere else. */
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * What lies in a zip file, in memory and nowhere else, so that no name in it can lead to a place on a disk. What unpacks
 * without end, is encrypted or broken is refused.
 */
export async function unpackArchive(bytes: Buffer): Promise<readonly BroughtFile[]> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: true, validateEntrySizes: true });
  } catch {
    throw invalid("docs.import-broken", { files: "docs.import-broken" });
  }
  if (zip.entryCount > importLimits.entries) throw tooMuch();
  const found: BroughtFile[] = [];
  let size = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const path = tidyPath(entry.fileName);
      if (path === null) continue;
      if (entry.isEncrypted()) throw invalid("docs.import-encrypted", { files: "docs.import-encrypted" });
      const content = await unpacked(zip, entry, importLimits.unpacked - size);
      size += content.length;
      found.push({ path, bytes: content });
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw invalid("docs.import-broken", { files: "docs.import-broken" });
  }
  return found;
}

/** Null for folders, for what systems put beside files, and for what leads out of the archive. */
export function tidyPath(name: string): string | null {
  if (name.endsWith("/") || name.includes("\0")) return null;
  const parts = name
    .normalize("NFC")
    .split(/[/\\]/)
    .filter((part) => part !== "" && part !== ".");
  if (parts.length === 0 || parts.length > 40 || parts.includes("..") || /^[a-z]:$/i.test(parts[0] ?? "")) return null;
  if (parts[0] === "__MACOSX" || parts.some((part) => part.startsWith(".") || part === "Thumbs.db")) return null;
  return parts.join("/");
}

async function unpacked(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
  if (entry.uncompressedSize > room) throw tooMuch();
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    const part: Buffer = piece;
    size += part.length;
    const isBomb = size > importLimits.ratioFrom && size > entry.compressedSize * importLimits.ratio;
    if (size > room || isBomb) throw tooMuch();
    pieces.push(part);
  }
  return Buffer.concat(pieces);
}

const tooMuch = () => tooLarge("docs.import-too-much");
