import { type FileHandle, mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Id, isUuid } from "@guildhall/core";
import type { FileStore, StoredObject } from "./file-store.ts";
import { partsOf, type StorageKey, storageKeySchema } from "./storage-key.ts";

/**
 * Keeps bytes below `directory`, as tenant/last two digits/object: the tail of a UUIDv7 is random, so the folders fill
 * evenly. A file appears whole under its name or not at all.
 */
export function diskStore(directory: string): FileStore {
  const root = resolve(directory);
  return {
    async put(content, key) {
      const path = pathOf(root, key);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true });
      const unfinished = join(folder, `.${partsOf(key).objectId}${unfinishedEnding}`);
      try {
        await writeDurably(unfinished, content);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      for (const changed of [folder, dirname(folder), root]) await syncFolder(changed);
    },

    async get(key, range) {
      const handle = await orNull(open(pathOf(root, key)));
      if (!handle) return null;
      const { size } = await handle.stat();
      const stream = handle.createReadStream(range && { start: range.start, end: range.end });
      return { stream, size: range ? range.end - range.start + 1 : size };
    },

    exists: async (key) => (await orNull(stat(pathOf(root, key)))) !== null,

    delete: (key) => rm(pathOf(root, key), { force: true }),

    list: (tenantId) => listObjects(root, tenantId),

    async discardUnfinished(before) {
      for await (const { path, name } of eachEntry(root)) {
        if (!name.endsWith(unfinishedEnding)) continue;
        const found = await orNull(stat(path));
        if (found && found.mtime < before) await rm(path, { force: true });
      }
    },
  };
}

const unfinishedEnding = ".part";

function pathOf(root: string, key: StorageKey): string {
  const { tenantId, objectId } = partsOf(key);
  return join(root, tenantId, objectId.slice(-2), objectId);
}

async function writeDurably(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await writeFile(handle, content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle: FileHandle = await open(path);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* listObjects(root: string, of?: Id<"tenant">): AsyncGenerator<StoredObject> {
  for await (const { path, tenantId, name } of eachEntry(root, of)) {
    const key = storageKeySchema.safeParse(`${tenantId}/${name}`);
    const found = key.success ? await orNull(stat(path)) : null;
    if (key.success && found) yield { key: key.data, storedAt: found.mtime };
  }
}

async function* eachEntry(
  root: string,
  of?: Id<"tenant">,
): AsyncGenerator<{ path: string; tenantId: string; name: string }> {
  for (const tenantId of of ? [of] : (await namesIn(root)).filter(isUuid))
    for (const shard of await namesIn(join(root, tenantId)))
      for (const name of await namesIn(join(root, tenantId, shard)))
        yield { path: join(root, tenantId, shard, name), tenantId, name };
}

async function namesIn(folder: string): Promise<string[]> {
  return ((await orNull(readdir(folder))) ?? []).sort();
}

async function orNull<Result>(looking: Promise<Result>): Promise<Result | null> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
    throw error;
  }
}
