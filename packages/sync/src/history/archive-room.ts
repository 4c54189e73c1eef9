import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import type { RoomKey } from "../log/room-log.ts";
import { packChanges } from "./entries.ts";

const rowsAtOnce = 5_000;

/** Moves the changes that the newest snapshot covers and that are older than `before` out of the log. */
export async function archiveRoom(db: Kysely<DB>, room: RoomKey, before: Date): Promise<void> {
  const stand = await db
    .selectFrom("sync_room")
    .select(["snapshot_seq"])
    .where("tenant_id", "=", room.tenantId)
    .where("id", "=", room.id)
    .executeTakeFirstOrThrow();
  for (let full = true; full; ) {
    const rows = await db
      .selectFrom("sync_update")
      .selectAll()
      .where("tenant_id", "=", room.tenantId)
      .where("room_id", "=", room.id)
      .where("seq", "<=", stand.snapshot_seq)
      .orderBy("seq")
      .limit(rowsAtOnce)
      .execute();
    full = rows.length === rowsAtOnce;
    const young = rows.findIndex(({ at }) => at >= before);
    const old = young < 0 ? rows : rows.slice(0, young);
    const [first, last] = [old[0], old.at(-1)];
    if (!first || !last) return;
    await db
      .insertInto("sync_archive")
      .values({
        tenant_id: room.tenantId,
        room_id: room.id,
        first_seq: first.seq,
        last_seq: last.seq,
        first_at: first.at,
        last_at: last.at,
        entries: await packChanges(
          old.map(({ user_id, connection_id, ...row }) => ({ ...row, userId: user_id, connectionId: connection_id })),
        ),
      })
      .execute();
    await db
      .deleteFrom("sync_update")
      .where("tenant_id", "=", room.tenantId)
      .where("room_id", "=", room.id)
      .where("seq", ">=", first.seq)
      .where("seq", "<=", last.seq)
      .execute();
    await db
      .updateTable("sync_room")
      .set({ archived_seq: last.seq })
      .where("tenant_id", "=", room.tenantId)
      .where("id", "=", room.id)
      .execute();
    if (young >= 0) return;
  }
}
