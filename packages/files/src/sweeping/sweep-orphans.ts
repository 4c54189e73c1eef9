import { type Id, idSchema, systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { orphanGraceMs } from "../receiving/received-file.ts";
import type { FileStore } from "../store/file-store.ts";
import { partsOf, type StorageKey } from "../store/storage-key.ts";
import { deleteUnnamed } from "./unnamed-bytes.ts";

export interface Swept {
  readonly deleted: number;
  /** Objects of tenants that the database does not know; left alone. */
  readonly strangers: number;
}

/**
 * Deletes bytes that were put a day ago and that no row names: their transaction was rolled back, or its process died.
 * Bytes come before rows and go after them, so there is never a row to sweep.
 */
export async function sweepOrphans(
  database: Database,
  store: FileStore,
  now: Date = systemClock.now(),
): Promise<Swept> {
  const before = new Date(now.getTime() - orphanGraceMs);
  await store.discardUnfinished(before);
  let deleted = 0;
  let strangers = 0;
  for await (const { tenantId, keys } of batches(store, before)) {
    const count = await deleteUnnamed({ database, store }, tenantId, keys);
    if (count === null) strangers += keys.length;
    else deleted += count;
  }
  return { deleted, strangers };
}

export function sweepOrphansTask(store: FileStore): Task {
  return defineTask({
    name: "files.sweep-orphans",
    payload: z.object({}),
    run: async (_, { database, logger }) => {
      const swept = await sweepOrphans(database, store);
      logger.info(swept, "orphaned files swept");
    },
  });
}

const batchSize = 500;
const tenantIdSchema = idSchema("tenant");

/** Keys of old objects, some of one tenant at a time. */
async function* batches(
  store: FileStore,
  before: Date,
): AsyncGenerator<{ tenantId: Id<"tenant">; keys: StorageKey[] }> {
  let tenantId: Id<"tenant"> | null = null;
  let keys: StorageKey[] = [];
  for await (const { key, storedAt } of store.list()) {
    if (storedAt >= before) continue;
    const owner = tenantIdSchema.parse(partsOf(key).tenantId);
    if (tenantId !== null && (owner !== tenantId || keys.length === batchSize)) {
      yield { tenantId, keys };
      keys = [];
    }
    tenantId = owner;
    keys.push(key);
  }
  if (tenantId !== null && keys.length > 0) yield { tenantId, keys };
}
