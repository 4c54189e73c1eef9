import { limited } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { sql } from "kysely";

export interface Limit {
  /** What is counted, with a prefix for its kind: "password-ip:203.0.113.7". */
  readonly key: string;
  readonly most: number;
  /** Seconds. */
  readonly within: number;
}

/**
 * Counts an attempt against each limit in turn and throws `auth.too-many-attempts` (with `seconds` to wait) at the first
 * that is passed; those behind it are spared, so that whoever is shut out by his own limit wears down nobody else's.
 * Counts in fixed windows; the count is one statement under the row's lock, so none slips through side by side.
 */
export async function countAttempt(database: Database, limits: readonly Limit[], now: Date): Promise<void> {
  const wait = await database.withPlatform("sign-in", async (db) => {
    for (const { key, most, within } of limits) {
      const start = windowStart(within, now);
      const row = await db
        .insertInto("attempt_window")
        .values({ key, window_start: start, attempts: 1 })
        .onConflict((conflict) =>
          conflict.columns(["key", "window_start"]).doUpdateSet({ attempts: sql`attempt_window.attempts + 1` }),
        )
        .returning("attempts")
        .executeTakeFirstOrThrow();
      if (row.attempts > most) return Math.ceil((start.getTime() + within * 1_000 - now.getTime()) / 1_000);
    }
    return null;
  });
  if (wait !== null) throw limited("auth.too-many-attempts", { seconds: wait });
}

/** Whether a limit is used up, without counting. */
export async function isUsedUp(database: Database, { key, most, within }: Limit, now: Date): Promise<boolean> {
  const row = await database.withPlatform(
    "sign-in",
    (db) =>
      db
        .selectFrom("attempt_window")
        .select("attempts")
        .where("key", "=", key)
        .where("window_start", "=", windowStart(within, now))
        .executeTakeFirst(),
    { readOnly: true },
  );
  return (row?.attempts ?? 0) >= most;
}

/** Takes an attempt back that turned out to be right: only wrong ones wear a limit down. */
export async function forgiveAttempt(database: Database, limits: readonly Limit[], now: Date): Promise<void> {
  await database.withPlatform("sign-in", async (db) => {
    for (const { key, within } of limits)
      await db
        .updateTable("attempt_window")
        .set({ attempts: sql`greatest(attempts - 1, 0)` })
        .where("key", "=", key)
        .where("window_start", "=", windowStart(within, now))
        .execute();
  });
}

function windowStart(within: number, now: Date): Date {
  return new Date(Math.floor(now.getTime() / (within * 1_000)) * within * 1_000);
}

/** Forgets windows that can no longer limit anything. */
export async function sweepAttempts(database: Database, now: Date): Promise<void> {
  await database.withPlatform("sign-in", (db) =>
    db
      .deleteFrom("attempt_window")
      .where("window_start", "<", new Date(now.getTime() - 86_400_000))
      .execute(),
  );
}
