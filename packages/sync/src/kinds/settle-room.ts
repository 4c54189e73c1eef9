import type { Id } from "@guildhall/core";
import { type Database, findTenantById, systemScope } from "@guildhall/db";
import * as Y from "yjs";
import { rebuildRoom } from "../history/read-history.ts";
import type { RoomKey } from "../log/room-log.ts";
import type { RoomKinds } from "./room-kind.ts";

/** Has whoever owns what is in a room take note of what stands there now. Nothing happens where that was done already. */
export async function settleRoom(
  database: Database,
  kinds: RoomKinds,
  { tenantId, id }: Pick<RoomKey, "tenantId" | "id">,
): Promise<void> {
  const tenant = await database.withPlatform("sign-in", (db) => findTenantById(db, tenantId), { readOnly: true });
  if (!tenant) return;
  await database.withTenant(systemScope(tenant), async (ctx) => {
    // Before what stands there is read: what comes after makes it due again.
    const room = await ctx.db
      .updateTable("sync_room")
      .set({ settle_due: false })
      .where("id", "=", id)
      .where("settle_due", "=", true)
      .returning(["kind", "subject_id as subjectId", "head_seq as seq"])
      .executeTakeFirst();
    const kind = room && kinds.get(room.kind);
    if (!room || !kind?.settled) return;
    const doc = room.seq > 0 ? await rebuildRoom(ctx, id, room.seq) : new Y.Doc();
    await kind.settled(ctx, { roomId: id, subjectId: room.subjectId as Id<string>, doc, seq: room.seq });
  });
}
