import type { Id } from "@guildhall/core";

/** A room as the log knows it. */
export interface RoomKey {
  readonly tenantId: Id<"tenant">;
  readonly id: Id<"sync_room">;
  readonly generation: number;
}

/** A change on its way into the log, with who made it. */
export interface Entry {
  readonly userId: Id<"user_account"> | null;
  readonly connectionId: string | null;
  readonly update: Uint8Array;
}

export interface Logged {
  readonly seq: number;
  readonly update: Uint8Array;
}

export interface LoadedRoom {
  readonly headSeq: number;
  readonly snapshot: Uint8Array | null;
  readonly tail: readonly Uint8Array[];
}

/** Where a room stands: what every node looks at once a second. */
export interface RoomHead {
  readonly id: Id<"sync_room">;
  readonly generation: number;
  readonly headSeq: number;
  readonly accessVersion: number;
  /** Of all its changes. */
  readonly bytes: number;
}

export interface RoomBatch {
  readonly room: RoomKey;
  readonly entries: readonly Entry[];
}

/** The durable truth of all rooms. Every method may fail, and then nothing that was asked has happened or all of it has. */
export interface RoomLog {
  /** The whole room; null where there is none of this generation. */
  load(room: RoomKey): Promise<LoadedRoom | null>;
  /** What was stored after `seq`, in order. */
  since(room: RoomKey, seq: number): Promise<readonly Logged[]>;
  /** Stores all batches at once, one for each room. Each answer is the number before the batch's first; null where there is no such room of this generation. */
  store(batches: readonly RoomBatch[]): Promise<readonly (number | null)[]>;
  /** Where these rooms stand; those that are gone are left out. */
  heads(rooms: readonly RoomKey[]): Promise<readonly RoomHead[]>;
}

/** One of the rooms to store in is held by somebody else. */
export class RoomHeld extends Error {
  constructor(cause: unknown) {
    super("A room is held by somebody else.", { cause });
  }
}

/** The log has not all that the room's stand says. */
export class IncompleteLog extends Error {
  constructor(roomId: string) {
    super(`The log of room ${roomId} has a hole.`);
  }
}
