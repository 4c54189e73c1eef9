import { type Clock, systemClock } from "@guildhall/core";
import { type Database, type DB, sqlState } from "@guildhall/db";
import { type Kysely, sql } from "kysely";
import {
  IncompleteLog,
  type LoadedRoom,
  type Logged,
  type RoomBatch,
  type RoomHead,
  RoomHeld,
  type RoomKey,
  type RoomLog,
} from "./room-log.ts";

const lockNotAvailable = "55P03";

/** The log in PostgreSQL. One transaction stores the changes of many rooms. */
export function postgresLog(database: Database, { clock = systemClock }: { clock?: Clock } = {}): RoomLog {
  return {
    load: (room) =>
      database.withPlatform("sync", (db) => loadRoom(db, room), { readOnly: true, isolation: "repeatable read" }),
    since: (room, seq) => database.withPlatform("sync", (db) => readSince(db, room, seq), { readOnly: true }),
    heads: (rooms) => database.withPlatform("sync", (db) => readHeads(db, rooms), { readOnly: true }),
    store: async (batches) => {
      try {
        return await database.withPlatform("sync", (db) => storeBatches(db, batches, clock.now()));
      } catch (error) {
        throw sqlState(error) === lockNotAvailable ? new RoomHeld(error) : error;
      }
    },
  };
}

async function storeBatches(db: Kysely<DB>, batches: readonly RoomBatch[], at: Date): Promise<(number | null)[]> {
  const entries = batches.flatMap(({ entries }, index) => entries.map((entry) => ({ ...entry, place: index + 1 })));
  const { rows } = await sql<{ place: number; base: number }>`
    select place, base from store_sync_updates(
      ${batches.map(({ room }) => room.tenantId)}::uuid[], ${batches.map(({ room }) => room.id)}::uuid[],
      ${batches.map(({ room }) => room.generation)}::int[],
      ${entries.map(({ place }) => place)}::int[], ${entries.map(({ userId }) => userId)}::uuid[],
      ${entries.map(({ connectionId }) => connectionId)}::uuid[], ${entries.map(({ update }) => bytes(update))}::bytea[],
      ${at}
    )`.execute(db);
  const bases = new Map(rows.map(({ place, base }) => [place, base]));
  return batches.map((_, index) => bases.get(index + 1) ?? null);
}

async function loadRoom(db: Kysely<DB>, room: RoomKey): Promise<LoadedRoom | null> {
  const head = await db
    .selectFrom("sync_room")
    .select(["head_seq", "base_seq"])
    .where("tenant_id", "=", room.tenantId)
    .where("id", "=", room.id)
    .where("generation", "=", room.generation)
    .executeTakeFirst();
  if (!head) return null;
  const snapshot = await db
    .selectFrom("sync_snapshot")
    .select(["seq", "state"])
    .where("tenant_id", "=", room.tenantId)
    .where("room_id", "=", room.id)
    .where("generation", "=", room.generation)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const from = snapshot?.seq ?? head.base_seq;
  const tail = await readSince(db, room, from);
  // Better no room than one that lacks something and looks whole.
  if (tail.length !== head.head_seq - from) throw new IncompleteLog(room.id);
  return { headSeq: head.head_seq, snapshot: snapshot?.state ?? null, tail: tail.map(({ update }) => update) };
}

async function readSince(db: Kysely<DB>, room: RoomKey, seq: number): Promise<Logged[]> {
  return db
    .selectFrom("sync_update")
    .select(["seq", "update"])
    .where("tenant_id", "=", room.tenantId)
    .where("room_id", "=", room.id)
    .where("seq", ">", seq)
    .where("generation", "=", room.generation)
    .orderBy("seq")
    .execute();
}

async function readHeads(db: Kysely<DB>, rooms: readonly RoomKey[]): Promise<RoomHead[]> {
  const { rows } = await sql<RoomHead>`
    select r.id, r.generation, r.head_seq as "headSeq", r.access_version as "accessVersion", r.bytes
    from unnest(${rooms.map(({ tenantId }) => tenantId)}::uuid[], ${rooms.map(({ id }) => id)}::uuid[]) as open (tenant_id, id)
    join sync_room r on r.tenant_id = open.tenant_id and r.id = open.id`.execute(db);
  return rows;
}

const bytes = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength);
