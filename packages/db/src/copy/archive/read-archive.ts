import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError, invalid, tooLarge } from "@guildhall/core";
import tar from "tar-stream";
import { checksumsName, entryName, sealName } from "./entry-name.ts";
import { checksumLine } from "./write-archive.ts";

export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
}

/** The longest manifest, seal or list of checksums. */
const smallBytes = 16 * 1024 * 1024;

/**
 * Reads an archive, entry after entry, and resolves to its seal: only then is it known to be whole and unchanged, so
 * whoever acts on an entry must be able to take it back. Throws AppErrors `archive.*` for what is not such an archive.
 */
export async function readArchive(
  readable: Readable,
  onEntry: (entry: ArchiveEntry) => Promise<void>,
): Promise<unknown> {
  const extract = tar.extract();
  const gunzip = createGunzip();
  for (const stream of [readable, gunzip, extract]) stream.on("error", () => undefined); // the pipeline lets go too early
  const flowing = pipeline(readable, gunzip, extract);
  flowing.catch(() => undefined); // told below, once the entries have had their say
  const progress: Progress = { flowing, seen: 0, unchecked: [], seal: undefined };
  try {
    for await (const entry of blamed(extract, progress)) await readEntry(entry, progress, onEntry);
  } catch (error) {
    readable.destroy();
    throw error;
  }
  await flowing.catch((error) => Promise.reject(archiveError(error, progress)));
  if (progress.seal === undefined) throw invalid("archive.truncated");
  return progress.seal;
}

interface Progress {
  /** Rejects with what went wrong first; the streams behind only say that they were destroyed. */
  readonly flowing: Promise<void>;
  seen: number;
  /** Checksums of the entries that no list has spoken for yet. */
  unchecked: string[];
  seal: unknown;
}

async function readEntry(
  source: AsyncIterable<unknown> & { readonly header: tar.Header },
  progress: Progress,
  onEntry: (entry: ArchiveEntry) => Promise<void>,
): Promise<void> {
  const { name, size, type } = source.header;
  if (progress.seal !== undefined || type !== "file" || !entryName.safeParse(name).success)
    throw invalid("archive.entry-refused", {}, { name: name.slice(0, 100) });
  progress.seen++;
  const content = blamed(bytesOf(source), progress);

  if (checksumsName.test(name)) {
    if ((await readSmall(content)) !== progress.unchecked.join("")) throw invalid("archive.checksum-wrong");
    progress.unchecked = [];
  } else if (name === sealName) {
    if (progress.unchecked.length > 0) throw invalid("archive.checksum-wrong");
    progress.seal = parseJson(await readSmall(content));
  } else {
    const hash = createHash("sha256");
    const counted = hashed(content, hash);
    await onEntry({ name, size, content: counted });
    for await (const _ of counted); // what was left unread counts too
    progress.unchecked.push(checksumLine(hash.digest("hex"), name));
    if (progress.unchecked.length > 1_000) throw invalid("archive.checksum-wrong");
  }
}

/** The whole of a short entry, as text. */
export async function readSmall(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > smallBytes) throw tooLarge("archive.entry-too-large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** JSON out of an archive; malformed, it is the archive's fault. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("archive.damaged");
  }
}

/** The stream's type does not say what it yields. */
async function* bytesOf(source: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const piece of source) if (piece instanceof Uint8Array) yield piece;
}

async function* hashed(content: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}

/** Passes on what comes, and what goes wrong there as the archive's fault. */
async function* blamed<Item>(source: AsyncIterable<Item>, progress: Progress): AsyncGenerator<Item> {
  try {
    yield* source;
  } catch (error) {
    throw archiveError(
      await progress.flowing.then(
        () => error,
        (reason: unknown) => reason,
      ),
      progress,
    );
  }
}

/** The error as an archive's; one that is the disk's or the network's stays what it is. */
function archiveError(error: unknown, { seen }: Progress): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : null;
  if (code === "Z_BUF_ERROR" || code === "ERR_STREAM_PREMATURE_CLOSE" || error.message === "Unexpected end of data")
    return invalid("archive.truncated");
  if (code === "Z_DATA_ERROR" && seen === 0) return invalid("archive.not-gzip");
  return code === null || code.startsWith("Z_") ? invalid("archive.damaged") : error;
}
