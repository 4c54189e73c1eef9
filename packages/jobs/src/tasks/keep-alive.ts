import type { Database } from "@guildhall/db";
import type pg from "pg";

interface Options {
  database: Database;
  pgPool: pg.Pool;
  workers: readonly string[];
  onError: (error: unknown) => void;
}

const beat = 5_000;
const silence = 20_000;

/**
 * graphile-worker itself believes in a dead worker for four hours. So each says every 5 s that it lives, and whoever
 * lives gives back the jobs of those silent for 20 s, or never heard of.
 */
export async function keepAlive({ database, pgPool, workers, onError }: Options): Promise<{ stop(): Promise<void> }> {
  const signOn = async (): Promise<string[]> => {
    const now = new Date();
    return database.withPlatform("relay", async (db) => {
      await db
        .insertInto("worker_node")
        .values(workers.map((id) => ({ id, started_at: now, seen_at: now })))
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: now }))
        .execute();
      await db.deleteFrom("worker_node").where("seen_at", "<", new Date(now.getTime() - silence)).execute();
      return (await db.selectFrom("worker_node").select("id").execute()).map((row) => row.id);
    });
  };
  const release = async (living: readonly string[]): Promise<void> => {
    const { rows } = await pgPool.query<{ id: string }>(
      "select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null and locked_by <> all ($1)",
      [living],
    );
    if (rows.length > 0) await pgPool.query("select graphile_worker.force_unlock_workers($1)", [rows.map((row) => row.id)]);
  };
  const round = async (): Promise<void> => {
    const before = await signOn();
    await release(before);
  };

  await round();
  let current: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    current = round().catch(onError);
  }, beat);
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
      await database.withPlatform("relay", (db) => db.deleteFrom("worker_node").where("id", "in", workers.length > 0 ? [...workers] : [""]).execute());
    },
  };
}
