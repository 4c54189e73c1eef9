import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import * as Y from "yjs";
import { type Change, unpackChanges } from "./entries.ts";

/** All changes of a room from one number to another, both included, wherever they are kept. At most so many as `limit`. */
export async function readChanges(
  ctx: Ctx,
  roomId: Id<"sync_room">,
  { from, to, limit = 5_000 }: { from: number; to: number; limit?: number },
): Promise<Change[]> {
  const changes: Change[] = [];
  for (let next = from; changes.length < limit && next <= to; ) {
    const archived = await ctx.db
      .selectFrom("sync_archive")
      .select(["entries"])
      .where("room_id", "=", roomId)
      .where("first_seq", "<=", next)
      .where("last_seq", ">=", next)
      .executeTakeFirst();
    const found = archived
      ? await unpackChanges(archived.entries)
      : await readLog(ctx, roomId, next, limit - changes.length);
    const wanted = found.filter(({ seq }) => seq >= next && seq <= to).slice(0, limit - changes.length);
    const last = wanted.at(-1);
    if (!last) break;
    changes.push(...wanted);
    next = last.seq + 1;
  }
  return changes;
}

async function readLog(ctx: Ctx, roomId: Id<"sync_room">, from: number, limit: number): Promise<Change[]> {
  const rows = await ctx.db
    .selectFrom("sync_update")
    .select(["seq", "generation", "user_id", "connection_id", "at", "update"])
    .where("room_id", "=", roomId)
    .where("seq", ">=", from)
    .orderBy("seq")
    .limit(limit)
    .execute();
  return rows.map(({ user_id, connection_id, ...row }) => ({ ...row, userId: user_id, connectionId: connection_id }));
}

/** A room as it was right after the change `seq`, with nothing thrown away that was written and deleted since its last snapshot. */
export async function rebuildRoom(ctx: Ctx, roomId: Id<"sync_room">, seq: number): Promise<Y.Doc> {
  const [moment] = await readChanges(ctx, roomId, { from: seq, to: seq });
  if (!moment) throw notFound();
  const snapshot = await ctx.db
    .selectFrom("sync_snapshot")
    .select(["seq", "state"])
    .where("room_id", "=", roomId)
    .where("generation", "=", moment.generation)
    .where("seq", "<=", seq)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  const doc = new Y.Doc({ gc: false });
  if (snapshot) Y.applyUpdate(doc, snapshot.state);
  for (let next = (snapshot?.seq ?? 0) + 1; next <= seq; ) {
    const changes = await readChanges(ctx, roomId, { from: next, to: seq });
    if (changes.length === 0) throw notFound();
    doc.transact(() => {
      for (const { generation, update } of changes) if (generation === moment.generation) Y.applyUpdate(doc, update);
    });
    next = (changes.at(-1)?.seq ?? seq) + 1;
  }
  return doc;
}

/** The number of the newest change that was stored at `at` or before; 0 where there is none. */
export async function seqAt(ctx: Ctx, roomId: Id<"sync_room">, at: Date): Promise<number> {
  const recent = await ctx.db
    .selectFrom("sync_update")
    .select("seq")
    .where("room_id", "=", roomId)
    .where("at", "<=", at)
    .orderBy("seq", "desc")
    .executeTakeFirst();
  if (recent) return recent.seq;
  const archived = await ctx.db
    .selectFrom("sync_archive")
    .select("entries")
    .where("room_id", "=", roomId)
    .where("first_at", "<=", at)
    .orderBy("first_seq", "desc")
    .executeTakeFirst();
  const changes = archived ? await unpackChanges(archived.entries) : [];
  return changes.findLast((change) => change.at <= at)?.seq ?? 0;
}
