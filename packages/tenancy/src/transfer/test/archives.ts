import { PassThrough, Readable, type Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type ArchiveWriter, readArchive, writeArchive } from "@guildhall/db/copy";
import { z } from "zod";

/** What `write` writes, once it has written it. */
export async function bytesOf(write: (out: Writable) => Promise<void>): Promise<Buffer> {
  const out = new PassThrough();
  const [writing, bytes] = await Promise.allSettled([write(out), buffer(out)]);
  if (writing.status === "rejected") throw writing.reason;
  if (bytes.status === "rejected") throw bytes.reason;
  return bytes.value;
}

export interface OpenArchive {
  readonly entries: Map<string, Buffer>;
  readonly seal: unknown;
}

export async function openArchive(bytes: Buffer): Promise<OpenArchive> {
  const entries = new Map<string, Buffer>();
  const seal = await readArchive(Readable.from([bytes]), async ({ name, content }) => {
    entries.set(name, await buffer(Readable.from(content)));
  });
  return { entries, seal };
}

/** The same archive after somebody has been at it, checksums and all. */
export async function forged(bytes: Buffer, change: (archive: OpenArchive) => unknown): Promise<Buffer> {
  const { entries, seal } = await openArchive(bytes);
  const newSeal = change({ entries, seal });
  return bytesOf((out) =>
    writeArchive(out, async (archive: ArchiveWriter) => {
      for (const [name, content] of entries) await archive.add(name, content);
      return z.record(z.string(), z.unknown()).parse(newSeal ?? seal);
    }),
  );
}

/** Exchanges a text in one entry. */
export const exchanged =
  (name: string, from: string, to: string) =>
  ({ entries }: OpenArchive): void => {
    const before = entries.get(name)?.toString() ?? "";
    if (!before.includes(from)) throw new Error(`${name} does not say ${from}`);
    entries.set(name, Buffer.from(before.replaceAll(from, to)));
  };
