import { type Id, systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import type { SyncFigures } from "../server/figures.ts";

interface Options {
  readonly database: Database;
  readonly nodeId: Id<"sync_node">;
  readonly figures: () => SyncFigures;
  readonly onError: (error: unknown) => void;
}

const every = 5_000;
const silence = 60_000; // a node that was not heard of for so long is no more

/** Writes down every few seconds that this node lives and how it does, for the operator. */
export function keepNode({ database, nodeId, figures, onError }: Options): { close(): Promise<void> } {
  const startedAt = systemClock.now();
  const write = () =>
    database.withPlatform("sync", async (db) => {
      const seenAt = systemClock.now();
      const now = JSON.stringify(figures());
      await db
        .insertInto("sync_node")
        .values({ id: nodeId, started_at: startedAt, seen_at: seenAt, figures: now })
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: seenAt, figures: now }))
        .execute();
      await db
        .deleteFrom("sync_node")
        .where("seen_at", "<", new Date(seenAt.getTime() - silence))
        .execute();
    });
  let writing = Promise.resolve();
  const turn = () => {
    writing = writing.then(write).catch(onError);
  };
  turn();
  const timer = setInterval(turn, every);
  return {
    close: async () => {
      clearInterval(timer);
      await writing;
      await database
        .withPlatform("sync", (db) => db.deleteFrom("sync_node").where("id", "=", nodeId).execute())
        .catch(onError);
    },
  };
}
