import { type Id, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { findRoom, type RoomKey, readChanges, rebuildRoom } from "@guildhall/sync";
import * as Y from "yjs";
import { documentPolicy } from "../access/document.policy.ts";
import { getDocument } from "../documents/document.queries.ts";
import type { Document } from "../documents/document.ts";
import { documentKind } from "../rooms/document-kind.ts";

export interface OpenHistory {
  readonly document: Document;
  readonly roomId: Id<"sync_room">;
  readonly generation: number;
  /** The newest change. */
  readonly head: number;
}

/**
 * The history of a document, for whoever may write in it: it tells what was taken out again, which those who may only
 * read were perhaps never meant to see. A link alone is not enough, since somebody answers for what is done here.
 */
export async function openHistory(ctx: Ctx, documentId: Id<"document">, key: string | null): Promise<OpenHistory> {
  const document = await getDocument(ctx, documentId, key);
  if (ctx.actor.kind !== "person") throw notFound();
  documentPolicy.require(ctx.actor, "edit", document);
  const found = await findRoom(ctx, documentKind, documentId);
  if (!found) throw notFound();
  const { head } = await ctx.db
    .selectFrom("sync_room")
    .select("head_seq as head")
    .where("id", "=", found.id)
    .executeTakeFirstOrThrow();
  return { document, roomId: found.id, generation: found.generation, head };
}

export interface Moment {
  readonly doc: Y.Doc;
  readonly generation: number;
  readonly at: Date;
}

/** A document as it stood after a change; an empty one before the first. */
export async function readMoment(ctx: Ctx, { document, roomId, head }: OpenHistory, seq: number): Promise<Moment> {
  if (seq > head) throw notFound();
  if (seq === 0) return { doc: new Y.Doc(), generation: 1, at: document.createdAt };
  const kept = await ctx.db
    .selectFrom("document_version")
    .select(["state", "generation", "at"])
    .where("document_id", "=", document.id)
    .where("seq", "=", seq)
    .executeTakeFirst();
  if (kept) {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, kept.state);
    return { doc, generation: kept.generation, at: kept.at };
  }
  const [change] = await readChanges(ctx, roomId, { from: seq, to: seq });
  if (!change) throw notFound();
  return { doc: await rebuildRoom(ctx, roomId, seq), generation: change.generation, at: change.at };
}

/**
 * The room of a document whose history has not been written down to its newest change yet, made due to be settled; null
 * where it has. Pages that show it settle the room first.
 */
export async function oweHistory(ctx: Ctx, documentId: Id<"document">): Promise<RoomKey | null> {
  const room = await findRoom(ctx, documentKind, documentId);
  if (!room) return null;
  const { numUpdatedRows } = await ctx.db
    .updateTable("sync_room")
    .set({ settle_due: true })
    .where("id", "=", room.id)
    .where("head_seq", ">", (query) => query.selectFrom("document").select("history_seq").where("id", "=", documentId))
    .executeTakeFirst();
  return numUpdatedRows > 0n ? room : null;
}
