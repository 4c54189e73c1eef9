import type { CommitQueue } from "../log/commit-queue.ts";
import type { Entry, RoomKey, RoomLog } from "../log/room-log.ts";
import type { PresenceState } from "../wire/frames.ts";
import type { Limits, Pace, Time } from "./limits.ts";

/** What a room needs of its node. */
export interface RoomParts {
  readonly log: RoomLog;
  readonly queue: CommitQueue;
  readonly time: Time;
  readonly pace: Pace;
  readonly limits: Limits;
  /** Tells other nodes what was stored here. A hint. */
  readonly tellStored: (room: RoomKey, base: number, entries: readonly Entry[]) => void;
  readonly tellPresence: (room: RoomKey, states: readonly PresenceState[]) => void;
  readonly onError: (error: unknown) => void;
  /** The room has ended and is to be let go of. */
  readonly onEnd: (key: RoomKey) => void;
}
