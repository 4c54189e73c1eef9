import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type * as Y from "yjs";

export type RoomAccess = "edit" | "view";

/** Who knocks at a room: the tenant, the actor and the rest are in `ctx`. */
export interface Knock {
  readonly subjectId: Id<string>;
  /** What a link that opens the room carries; null where somebody comes without one. */
  readonly key: string | null;
}

/** A kind of room, as whoever owns what is in it registers it. */
export interface RoomKind {
  /** Lower-case letters and hyphens; part of the room's address. */
  readonly kind: string;
  /** Goes up when older clients could not edit without harm; they are told to load the page anew. */
  readonly schemaVersion: number;
  /** Who may enter and how; null for somebody who may not know that the room is there. Asked again whenever that may have changed. */
  authorise(ctx: Ctx, knock: Knock): Promise<RoomAccess | null>;
  /** What a new room begins with, as a Yjs update; null for nothing. Clients never seed. */
  seed?(ctx: Ctx, subjectId: Id<string>): Promise<Uint8Array | null>;
  /** Takes note of what stands in a room, once what was written there is stored and people pause; as the system. At least once after the last change. */
  settled?(ctx: Ctx, room: SettledRoom): Promise<void>;
  /** Whether a fact of the tenant may have changed who may enter some of these rooms. */
  accessFollows?(fact: string): boolean;
  /** Whether a fact about the subject of a room is for those who are in it to hear: what belongs to the room and does not stand in it has changed. */
  tells?(fact: string): boolean;
}

/** A room as it stands after the change `seq`. */
export interface SettledRoom {
  readonly roomId: Id<"sync_room">;
  readonly subjectId: Id<string>;
  readonly doc: Y.Doc;
  readonly seq: number;
}

export type RoomKinds = ReadonlyMap<string, RoomKind>;

/** The kinds of rooms that a node serves. */
export function openRoomKinds(kinds: readonly RoomKind[]): RoomKinds {
  const register = new Map<string, RoomKind>();
  for (const kind of kinds) {
    if (!/^[a-z][a-z-]{0,30}$/.test(kind.kind) || register.has(kind.kind))
      throw new Error(`A kind of room named ${kind.kind} cannot be registered.`);
    register.set(kind.kind, kind);
  }
  return register;
}
