import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { conflict } from "@guildhall/core";
import type { ArchiveEntry } from "../archive/read-archive.ts";
import { placeFile } from "./place-file.ts";

/** A files folder in the making, beside the place where it will be. */
export interface FolderInMaking {
  place(entry: ArchiveEntry): Promise<void>;
  /** Puts it where it belongs, whole. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** Refuses, with conflict `backup.files-not-empty`, a `directory` in which there is something. */
export async function makeFolder(directory: string): Promise<FolderInMaking> {
  const making = `${directory}.restoring-${process.pid}`;
  await mkdir(dirname(directory), { recursive: true });
  const there = await readdir(directory).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  if (there.length > 0) throw conflict("backup.files-not-empty", { directory });
  await mkdir(making, { mode: 0o700 });
  return {
    place: (entry) => placeFile(making, entry.name.slice("files/".length), entry),
    keep: () => rename(making, directory),
    discard: () => rm(making, { recursive: true, force: true }),
  };
}
