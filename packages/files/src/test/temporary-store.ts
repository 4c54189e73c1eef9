import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { diskStore } from "../store/disk-store.ts";
import type { FileStore, StoredObject } from "../store/file-store.ts";

export interface TemporaryStore {
  readonly store: FileStore;
  readonly directory: string;
}

/** A store on disk for this test file alone; there from beforeAll on. */
export function temporaryStore(): TemporaryStore {
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gh-files-"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  return {
    get store() {
      return diskStore(directory);
    },
    get directory() {
      return directory;
    },
  };
}

export async function allIn(store: FileStore): Promise<StoredObject[]> {
  return collected(store.list());
}

/** What is under the key, or null. */
export async function bytesIn(store: FileStore, ...where: Parameters<FileStore["get"]>): Promise<Buffer | null> {
  const stored = await store.get(...where);
  return stored && Buffer.concat(await collected<Uint8Array>(stored.stream));
}

export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
