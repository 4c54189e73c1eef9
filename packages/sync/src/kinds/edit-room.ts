import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import * as Y from "yjs";
import { rebuildRoom } from "../history/read-history.ts";
import { findRoom } from "./open-room.ts";

/** What stands in a room now, and the number of its newest change. */
export async function readRoom(
  ctx: Ctx,
  roomId: Id<"sync_room">,
): Promise<{ readonly doc: Y.Doc; readonly seq: number }> {
  const room = await ctx.db
    .selectFrom("sync_room")
    .select("head_seq as seq")
    .where("id", "=", roomId)
    .executeTakeFirst();
  if (!room) throw notFound();
  return { seq: room.seq, doc: room.seq > 0 ? await rebuildRoom(ctx, roomId, room.seq) : new Y.Doc() };
}

/**
 * Changes what stands in a room, as the actor, and merges with whatever is being written meanwhile: pages that have it
 * open see it within a second. `change` makes its changes to the document that it is given. Returns the number of what was
 * stored; null, and nothing is, where it makes none.
 */
export async function editRoom(
  ctx: Ctx,
  kind: string,
  subjectId: Id<string>,
  change: (doc: Y.Doc) => void,
): Promise<number | null> {
  const room = await findRoom(ctx, kind, subjectId);
  if (!room) throw notFound();
  // Whoever stores in the room waits until this transaction has ended.
  const head = await ctx.db
    .selectFrom("sync_room")
    .select("head_seq as seq")
    .where("id", "=", room.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const doc = head.seq > 0 ? await rebuildRoom(ctx, room.id, head.seq) : new Y.Doc();
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.transact(() => change(doc));
  const [first] = updates;
  if (!first) return null;
  const update = updates.length === 1 ? first : Y.encodeStateAsUpdate(doc, before);
  const seq = head.seq + 1;
  await ctx.db
    .updateTable("sync_room")
    .set({ head_seq: seq, bytes: sql`bytes + ${update.length}`, settle_due: true })
    .where("id", "=", room.id)
    .execute();
  await ctx.db
    .insertInto("sync_update")
    .values({
      tenant_id: ctx.tenant.id,
      room_id: room.id,
      seq,
      generation: room.generation,
      user_id: ctx.actor.kind === "person" ? ctx.actor.userId : null,
      update: Buffer.from(update),
      at: ctx.clock.now(),
    })
    .execute();
  return seq;
}
