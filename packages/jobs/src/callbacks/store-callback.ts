import { systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { enqueueJob } from "../tasks/enqueue-job.ts";
import { takeCallbackJob } from "./take-callback.ts";

interface Callback {
  readonly source: string;
  /** The sender's own name for this callback, the same each time that it is sent: 1 to 255 characters. */
  readonly key: string;
  readonly body: string;
}

/**
 * Stores a callback and leaves acting on it to a job, both or neither. However often and however many at once bring
 * the same key, it is `stored` once and `known` from then on. Whoever calls has proven who the sender is.
 */
export function storeCallback(database: Database, { source, key, body }: Callback): Promise<"stored" | "known"> {
  return database.withPlatform("callback", async (db) => {
    const stored = await db
      .insertInto("callback_inbox")
      .values({ source, key, body, received_at: systemClock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    if (!stored) return "known";
    await enqueueJob(db, takeCallbackJob, { source, key }, { maxAttempts: 20 });
    return "stored";
  });
}
