import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { RoomKey } from "../log/room-log.ts";
import type { RoomKind } from "./room-kind.ts";

/** The room of a subject, made and seeded where there is none yet. Two who come at once find the same one. */
export async function openRoom(ctx: Ctx, kind: RoomKind, subjectId: Id<string>): Promise<FoundRoom> {
  const known = await findRoom(ctx, kind.kind, subjectId);
  if (known) return known;
  await ctx.db
    .insertInto("sync_room")
    .values({
      tenant_id: ctx.tenant.id,
      kind: kind.kind,
      subject_id: subjectId,
      schema_version: kind.schemaVersion,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "kind", "subject_id"]).doNothing())
    .execute();
  const room = await findRoom(ctx, kind.kind, subjectId);
  if (!room) throw new Error("A room that was just made is not there.");
  await seedRoom(ctx, kind, room, subjectId);
  return room;
}

/** Only into a room that nothing was ever written to, under its lock. */
async function seedRoom(ctx: Ctx, kind: RoomKind, room: RoomKey, subjectId: Id<string>): Promise<void> {
  const update = await kind.seed?.(ctx, subjectId);
  if (!update) return;
  const moved = await ctx.db
    .updateTable("sync_room")
    .set({ head_seq: 1, bytes: update.length })
    .where("tenant_id", "=", ctx.tenant.id)
    .where("id", "=", room.id)
    .where("head_seq", "=", 0)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return;
  await ctx.db
    .insertInto("sync_update")
    .values({
      tenant_id: ctx.tenant.id,
      room_id: room.id,
      seq: 1,
      generation: room.generation,
      update: Buffer.from(update),
      at: ctx.clock.now(),
    })
    .execute();
}

/** A room, and the version of who may enter it. */
export interface FoundRoom extends RoomKey {
  readonly accessVersion: number;
}

export async function findRoom(ctx: Ctx, kind: string, subjectId: Id<string>): Promise<FoundRoom | null> {
  const room = await ctx.db
    .selectFrom("sync_room")
    .select(["id", "generation", "access_version as accessVersion"])
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .executeTakeFirst();
  return room ? { tenantId: ctx.tenant.id, ...room } : null;
}

/** Has everybody who is in the room asked again who they are, within two seconds of the commit. Call it in the transaction that changes who may enter. */
export async function recheckRoom(ctx: Ctx, kind: string, subjectId: Id<string>): Promise<void> {
  await ctx.db
    .updateTable("sync_room")
    .set({ access_version: sql`access_version + 1` })
    .where("kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .execute();
}

/**
 * Replaces what is in a room by `update`, as a new generation: pages that are open are told to load anew, and nothing that
 * was edited in the old one can be merged into it. The old one stays in the log.
 */
export async function replaceRoom(ctx: Ctx, room: RoomKey, update: Uint8Array): Promise<RoomKey> {
  const moved = await ctx.db
    .updateTable("sync_room")
    .set({
      generation: sql`generation + 1`,
      base_seq: sql`head_seq`,
      head_seq: sql`head_seq + 1`,
      snapshot_seq: sql`head_seq`,
      bytes: sql`bytes + ${update.length}`,
    })
    .where("tenant_id", "=", ctx.tenant.id)
    .where("id", "=", room.id)
    .where("generation", "=", room.generation)
    .returning(["id", "generation", "head_seq"])
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto("sync_update")
    .values({
      tenant_id: ctx.tenant.id,
      room_id: moved.id,
      seq: moved.head_seq,
      generation: moved.generation,
      user_id: ctx.actor.kind === "person" ? ctx.actor.userId : null,
      update: Buffer.from(update),
      at: ctx.clock.now(),
    })
    .execute();
  return { tenantId: ctx.tenant.id, id: moved.id, generation: moved.generation };
}

/** Takes the rooms of these subjects away for good, with every change that was ever made in them. */
export async function closeRooms(ctx: Ctx, kind: string, subjectIds: readonly Id<string>[]): Promise<void> {
  if (subjectIds.length === 0) return;
  await ctx.db
    .deleteFrom("sync_room")
    .where("kind", "=", kind)
    .where("subject_id", "in", [...subjectIds])
    .execute();
}
