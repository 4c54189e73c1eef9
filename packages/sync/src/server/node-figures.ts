import type { Database } from "@guildhall/db";
import { sql } from "kysely";
import { figuresSchema, type SyncFigures } from "./figures.ts";

export interface OperatedNode extends SyncFigures {
  readonly id: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

export interface SyncState {
  readonly nodes: readonly OperatedNode[];
  /** Rooms there are, up to `roomCap`, and those whose log is to be made shorter. */
  readonly rooms: number;
  readonly due: number;
}

export const roomCap = 10_000;

/** How the rooms of the whole installation are served, for its operator. */
export function getSyncState(database: Database): Promise<SyncState> {
  return database.withPlatform(
    "operate",
    async (db) => {
      const nodes = await db.selectFrom("sync_node").selectAll().orderBy("started_at").limit(100).execute();
      const { rows } = await sql<{ rooms: number; due: number }>`
        select (select count(*)::int from (select from sync_room limit ${roomCap}) r) as rooms,
          (select count(*)::int from (select from sync_room where compaction_due limit ${roomCap}) r) as due`.execute(
        db,
      );
      return {
        nodes: nodes.map(({ id, started_at, seen_at, figures }) => ({
          id,
          startedAt: started_at,
          seenAt: seen_at,
          ...figuresSchema.parse(figures),
        })),
        rooms: rows[0]?.rooms ?? 0,
        due: rows[0]?.due ?? 0,
      };
    },
    { readOnly: true },
  );
}
