import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { invalid } from "@guildhall/core";
import type { ArchiveEntry } from "../archive/read-archive.ts";

/** Writes an entry below `directory` under `path`, a checked name; a name that comes twice is refused. */
export async function placeFile(
  directory: string,
  path: string,
  { content }: Pick<ArchiveEntry, "content">,
): Promise<void> {
  const target = join(directory, path);
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(content, createWriteStream(target, { flags: "wx", mode: 0o600 }));
  } catch (error) {
    if (error instanceof Error && "code" in error && nameIsTaken.has(String(error.code)))
      throw invalid("archive.entry-refused", {}, { name: path.slice(0, 100) });
    throw error;
  }
}

/** As a file, or as a folder. */
const nameIsTaken: ReadonlySet<string> = new Set(["EEXIST", "ENOTDIR", "EISDIR"]);
