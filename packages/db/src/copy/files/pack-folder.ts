import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { entryName } from "../archive/entry-name.ts";
import type { ArchiveWriter } from "../archive/write-archive.ts";

/**
 * Adds every finished file below `directory` as "files/…", by name. What is hidden or still being written is left out;
 * so is what goes away meanwhile. A folder that is not there has no files.
 */
export async function packFolder(archive: ArchiveWriter, directory: string): Promise<void> {
  for await (const path of eachFile(directory, "")) {
    const handle = await orNull(open(join(directory, path)));
    if (!handle) continue;
    try {
      const { size } = await handle.stat();
      const content = handle.createReadStream({ autoClose: false, start: 0, end: Math.max(0, size - 1) });
      await archive.addStream(`files/${path}`, size, content);
    } finally {
      await handle.close();
    }
  }
}

async function* eachFile(directory: string, below: string): AsyncGenerator<string> {
  const entries = (await orNull(readdir(join(directory, below), { withFileTypes: true }))) ?? [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (!entryName.safeParse(path).success) continue;
    if (entry.isDirectory()) yield* eachFile(directory, path);
    if (entry.isFile()) yield path;
  }
}

async function orNull<Result>(looking: Promise<Result>): Promise<Result | null> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
