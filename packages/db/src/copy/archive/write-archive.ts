import { createHash } from "node:crypto";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import tar from "tar-stream";
import { entryName, partName, sealName } from "./entry-name.ts";

export interface ArchiveWriter {
  /** An entry whose bytes are at hand. */
  add(name: string, content: string | Buffer): Promise<void>;
  /** An entry of exactly `size` bytes. */
  addStream(name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void>;
}

/** How many entries one file of checksums speaks for. */
const checkedTogether = 1_000;

/** The same content makes the same bytes: no entry has a time of its own, and gzip names none. */
const noTime = new Date(0);

/**
 * A gzipped tar: what `work` adds, in that order, with checksums in between, sealed with what `work` resolves to.
 * Memory does not grow with the archive. After a failure `writable` is destroyed, so nobody takes half for the whole.
 */
export async function writeArchive(
  writable: Writable,
  work: (archive: ArchiveWriter) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const pack = tar.pack();
  const gzip = createGzip();
  for (const stream of [pack, gzip]) stream.on("error", () => undefined); // the pipeline lets go of them too early
  const flowing = pipeline(pack, gzip, writable);
  const [flow, writing] = await Promise.allSettled([flowing, fill(pack, work)]);
  if (flow.status === "rejected") throw flow.reason;
  if (writing.status === "rejected") throw writing.reason;
}

async function fill(pack: tar.Pack, work: Parameters<typeof writeArchive>[1]): Promise<void> {
  try {
    const archive = checkedWriter(pack);
    const seal = await work(archive);
    await archive.addChecksums();
    await writeEntry(pack, sealName, Buffer.from(`${JSON.stringify(seal)}\n`));
    pack.finalize();
  } catch (error) {
    pack.destroy(error instanceof Error ? error : new Error("The archive was given up.", { cause: error }));
    throw error;
  }
}

function checkedWriter(pack: tar.Pack): ArchiveWriter & { addChecksums(): Promise<void> } {
  let sums: string[] = [];
  let parts = 0;

  const addChecksums = async () => {
    if (sums.length === 0) return;
    const text = sums.join("");
    sums = [];
    await writeEntry(pack, partName("checksums", ++parts, "txt"), Buffer.from(text));
  };
  const note = async (name: string, digest: string) => {
    sums.push(checksumLine(digest, name));
    if (sums.length >= checkedTogether) await addChecksums();
  };

  return {
    addChecksums,
    async add(name, content) {
      const bytes = Buffer.from(content);
      await writeEntry(pack, entryName.parse(name), bytes);
      await note(name, createHash("sha256").update(bytes).digest("hex"));
    },
    async addStream(name, size, content) {
      const hash = createHash("sha256");
      await writeEntryStream(pack, { name: entryName.parse(name), size }, hashed(content, hash));
      await note(name, hash.digest("hex"));
    },
  };
}

export function checksumLine(digest: string, name: string): string {
  return `${digest}  ${name}\n`;
}

async function* hashed(content: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>) {
  for await (const piece of content) {
    hash.update(piece);
    yield piece;
  }
}

function writeEntry(pack: tar.Pack, name: string, content: Buffer): Promise<void> {
  return writeEntryStream(pack, { name, size: content.length }, [content]);
}

async function writeEntryStream(
  pack: tar.Pack,
  header: { name: string; size: number },
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const ended = Promise.withResolvers<void>();
  const entry = pack.entry({ ...header, mtime: noTime, mode: 0o600 }, (error) =>
    error ? ended.reject(error) : ended.resolve(),
  );
  entry.on("error", () => undefined); // the callback tells it, also after the pipeline let go
  const [written, packed] = await Promise.allSettled([pipeline(content, entry), ended.promise]);
  if (written.status === "rejected") throw written.reason;
  if (packed.status === "rejected") throw packed.reason;
}
