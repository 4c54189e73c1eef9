import { type Clock, systemClock } from "@guildhall/core";
import type { Database, DB } from "@guildhall/db";
import { type Kysely, sql } from "kysely";
import * as Y from "yjs";
import { postgresLog } from "../log/postgres-log.ts";
import type { LoadedRoom, RoomKey } from "../log/room-log.ts";
import { loadContent } from "../rooms/content.ts";
import { archiveRoom } from "./archive-room.ts";

interface Options {
  readonly database: Database;
  readonly clock?: Clock;
  /** Changes of at least this age move into the archive, in milliseconds. */
  readonly archiveAfter?: number;
  /** How the whole of a room is put into one; for rehearsals of one that errs. */
  readonly summarise?: (loaded: LoadedRoom) => Uint8Array;
}

const tenMinutes = 600_000;

/** A summary that is not what the log says. Nothing is written. */
export class UnequalSnapshot extends Error {}

/**
 * Writes the whole of a room as one snapshot, once that is proven equal to the log, and moves what older snapshots cover
 * into the archive. False where another worker is at it. Nobody who writes in the room waits for this.
 */
export function compactRoom(room: RoomKey, options: Options): Promise<boolean> {
  const { database, clock = systemClock, archiveAfter = tenMinutes, summarise = summary } = options;
  return database.withPlatform(
    "sync",
    async (db) => {
      const { rows } = await sql<{ locked: boolean }>`
        select pg_try_advisory_xact_lock(hashtextextended(${`sync ${room.id}`}, 0)) as locked`.execute(db);
      if (!rows[0]?.locked) return false;
      const loaded = await postgresLog(database).load(room);
      if (!loaded) return false;
      const state = summarise(loaded);
      requireEqual(state, loaded);
      await archiveRoom(db, room, new Date(clock.now().getTime() - archiveAfter));
      await writeSnapshot(db, room, loaded.headSeq, state, clock.now());
      return true;
    },
    { once: true },
  );
}

function summary(loaded: LoadedRoom): Uint8Array {
  return Y.encodeStateAsUpdate(loadContent(loaded, []));
}

/** The same changes and the same deletions, and the same again when it is taken apart and put together. */
function requireEqual(state: Uint8Array, loaded: LoadedRoom): void {
  const [of, again] = [loadContent(loaded, []), loadContent({ headSeq: 0, snapshot: state, tail: [] }, [])];
  const same =
    Y.equalSnapshots(Y.snapshot(of), Y.snapshot(again)) &&
    Buffer.from(Y.encodeStateAsUpdate(of)).equals(Y.encodeStateAsUpdate(again));
  if (!same) throw new UnequalSnapshot("A room's snapshot is not what its log says.");
}

async function writeSnapshot(db: Kysely<DB>, room: RoomKey, seq: number, state: Uint8Array, at: Date): Promise<void> {
  await db
    .insertInto("sync_snapshot")
    .values({
      tenant_id: room.tenantId,
      room_id: room.id,
      seq,
      generation: room.generation,
      state: Buffer.from(state),
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`
    update sync_room set snapshot_seq = ${seq}, compaction_due = head_seq - ${seq} >= 500
    where tenant_id = ${room.tenantId} and id = ${room.id} and generation = ${room.generation}`.execute(db);
  // The newest two stay, and older ones so far apart that any moment is quickly reached from one.
  await sql`
    with told as (
      select seq, lead(seq) over (order by seq) as next, row_number() over (order by seq desc) as nth
      from sync_snapshot where tenant_id = ${room.tenantId} and room_id = ${room.id}
    )
    delete from sync_snapshot s using told
    where s.tenant_id = ${room.tenantId} and s.room_id = ${room.id} and s.seq = told.seq
      and told.nth > 2 and told.next / ${apart} = told.seq / ${apart}`.execute(db);
}

/** So that whoever looks at an old moment waits for the changes since the snapshot before it, and these are few. */
const apart = 2_000;
