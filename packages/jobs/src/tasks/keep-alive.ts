import type { Database } from "@guildhall/db";
import { sql } from "kysely";
import type pg from "pg";
import type { Pace } from "../pace.ts";

interface Options {
  database: Database;
  pgPool: pg.Pool;
  /** The ids that this process locks jobs by. */
  pools: readonly string[];
  pace: Pick<Pace, "beat" | "silence">;
  onError: (error: unknown) => void;
}

/**
 * graphile-worker itself believes in a dead worker for four hours. So each says every few seconds that it lives, and
 * whoever lives gives back the jobs of those silent for too long. Time is the database's, since processes' clocks differ.
 */
export async function keepAlive({
  database,
  pgPool,
  pools,
  pace: { beat, silence },
  onError,
}: Options): Promise<{ stop(): Promise<void> }> {
  const patience = sql`make_interval(secs => ${silence / 1_000})`;
  const signOn = async (): Promise<string[]> =>
    database.withPlatform("relay", async (db) => {
      const now = sql<Date>`clock_timestamp()`;
      await db
        .insertInto("worker_node")
        .values(pools.map((id) => ({ id, started_at: now, seen_at: now })))
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: now }))
        .execute();
      await db.deleteFrom("worker_node").where(sql<boolean>`seen_at < clock_timestamp() - ${patience}`).execute();
      return (await db.selectFrom("worker_node").select("id").execute()).map((row) => row.id);
    });
  // A worker that starts may have a job before it has signed on: only what has been held for that long is given back.
  const release = async (living: readonly string[]): Promise<void> => {
    const { rows } = await pgPool.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker._private_jobs
       where locked_by is not null and locked_by <> all ($1) and locked_at < clock_timestamp() - make_interval(secs => $2)`,
      [living, silence / 1_000],
    );
    if (rows.length > 0)
      await pgPool.query("select graphile_worker.force_unlock_workers($1)", [rows.map((row) => row.id)]);
  };
  const round = async (): Promise<void> => release(await signOn());

  await round();
  let current: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    current = current.then(round).catch(onError);
  }, beat);
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
      await database.withPlatform("relay", (db) => db.deleteFrom("worker_node").where("id", "in", pools).execute());
    },
  };
}
