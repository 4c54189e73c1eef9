import { systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import type { Logger } from "pino";
import { z } from "zod";
import { defineTask, type Task } from "../tasks/task.ts";
import type { CallbackSource, StoredCallback } from "./callback-source.ts";

export const takeCallbackJob = "jobs.take-callback";

/** The job that acts on what `storeCallback` stored. */
export function callbackTask(sources: readonly CallbackSource[]): Task {
  const byName = new Map(sources.map((source) => [source.name, source]));
  return defineTask({
    name: takeCallbackJob,
    payload: z.object({ source: z.string(), key: z.string() }),
    run: async ({ source, key }, { database, logger }) => {
      const taker = byName.get(source);
      if (!taker) throw new Error(`Nobody acts on callbacks of ${source}.`);
      await takeCallback(taker, key, { database, logger });
    },
  });
}

async function takeCallback(
  source: CallbackSource,
  key: string,
  run: { database: Database; logger: Logger },
): Promise<void> {
  const callback = await findOpen(run.database, source.name, key);
  if (!callback) return; // a run before this one acted and died before its job was taken off the queue
  const outcome = await source.act(callback, run);
  await run.database.withPlatform("callback", (db) =>
    db
      .updateTable("callback_inbox")
      .set({ body: null, handled_at: systemClock.now(), outcome })
      .where("source", "=", source.name)
      .where("key", "=", key)
      .execute(),
  );
}

async function findOpen(database: Database, source: string, key: string): Promise<StoredCallback | null> {
  const row = await database.withPlatform("callback", (db) =>
    db
      .selectFrom("callback_inbox")
      .select(["key", "body", "received_at"])
      .where("source", "=", source)
      .where("key", "=", key)
      .executeTakeFirst(),
  );
  return row && row.body !== null ? { key: row.key, body: row.body, receivedAt: row.received_at } : null;
}
