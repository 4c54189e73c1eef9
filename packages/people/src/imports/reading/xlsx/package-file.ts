import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { readBytes } from "../bytes.ts";
import { limits } from "../limits.ts";
import { isFileRefusal, refuseFile } from "../refuse-file.ts";
import type { Source } from "../table.ts";

/** A workbook's parts, which are entries of a zip file. What is unpacked is counted, and refused when it is a bomb. */
export interface PackageFile {
  has(name: string): boolean;
  /** How large a part says it is when unpacked; what is read may not be larger. */
  sizeOf(name: string): number;
  read(name: string): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** Opens the zip file; what is not on disk yet is put there, since a zip file is read from its end. */
export async function openPackage(source: Source): Promise<PackageFile> {
  const { path, remove } =
    "path" in source ? { path: source.path, remove: async () => undefined } : await spool(source);
  try {
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true });
    const entries = await listEntries(zip);
    return {
      has: (name) => entries.has(keyOf(name)),
      sizeOf: (name) => entries.get(keyOf(name))?.uncompressedSize ?? 0,
      read: (name) => unpack(zip, entries.get(keyOf(name))),
      close: async () => {
        zip.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw isFileRefusal(error) ? error : refuseFile("imports.workbook-broken");
  }
}

async function spool(source: Source): Promise<{ path: string; remove: () => Promise<undefined> }> {
  const folder = await mkdtemp(join(tmpdir(), "guildhall-import-"));
  const path = join(folder, "workbook.xlsx");
  const remove = async () => {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  };
  try {
    await pipeline(Readable.from(withinSize(readBytes(source))), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

async function* withinSize(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > limits.spooled) throw refuseFile("imports.file-too-large");
    yield piece;
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw refuseFile("imports.unpacks-too-large");
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw refuseFile("imports.encrypted");
    entries.set(keyOf(entry.fileName), entry);
  }
  return entries;
}

/** Part names are compared without case (ECMA-376 part 2, 6.2.2.3). */
const keyOf = (name: string) => name.replace(/^\/+/, "").toLowerCase();

async function* unpack(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  if (!entry) throw refuseFile("imports.workbook-broken");
  let size = 0;
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      const bytes: Uint8Array = piece;
      size += bytes.length;
      const isBomb = size > limits.ratioFrom && size > entry.compressedSize * limits.ratio;
      if (size > limits.unpacked || isBomb) throw refuseFile("imports.unpacks-too-large");
      yield bytes;
    }
  } catch (error) {
    throw isFileRefusal(error) ? error : refuseFile("imports.workbook-broken");
  }
}
