import type { Pace, Time } from "../rooms/limits.ts";
import { type Entry, RoomHeld, type RoomKey, type RoomLog } from "./room-log.ts";

/** A room that has changes to store. */
export interface Storing {
  readonly key: RoomKey;
  /** These changes, the oldest that were not, are stored now; the first has the number after `base`. */
  onStored(base: number, entries: readonly Entry[]): void;
  /** There is no room of this generation any more; its changes can never be stored. */
  onLost(): void;
}

interface Options {
  readonly log: RoomLog;
  readonly time: Time;
  readonly pace: Pick<Pace, "commit" | "retry">;
  /** Whether changes can be stored, whenever that has changed. */
  readonly onTurn: (storing: boolean) => void;
  readonly onError: (error: unknown) => void;
  readonly onCommit: (milliseconds: number, entries: number) => void;
}

interface Queued {
  readonly room: Storing;
  entries: Entry[];
  /** Under way: what comes meanwhile waits, so that a room's changes are stored in their order. */
  busy: boolean;
  /** Somebody else held the room the last time, so it makes no others wait. */
  alone: boolean;
}

const atOnce = 4_000; // entries of one transaction
const bytesAtOnce = 16 * 1024 * 1024;

/**
 * Stores the changes of all rooms of the node, many together. What cannot be stored is kept and tried again for as long
 * as it takes; nothing is dropped but what belongs to a room that is no more.
 */
export class CommitQueue {
  readonly #rooms = new Map<Storing, Queued>();
  readonly #options: Options;
  #due: (() => void) | null = null;
  #groupUnderWay = false;
  #failures = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  add(room: Storing, entry: Entry): void {
    const queued = this.#rooms.get(room) ?? { room, entries: [], busy: false, alone: false };
    this.#rooms.set(room, queued);
    queued.entries.push(entry);
    this.#schedule(this.#options.pace.commit);
  }

  /** Changes of this room that are not stored, the oldest first. */
  unstored(room: Storing): readonly Entry[] {
    return this.#rooms.get(room)?.entries ?? [];
  }

  get isStoring(): boolean {
    return this.#failures === 0;
  }

  get size(): number {
    let size = 0;
    for (const { entries } of this.#rooms.values()) size += entries.length;
    return size;
  }

  #schedule(after: number): void {
    this.#due ??= this.#options.time.after(this.#failures > 0 ? this.#pause() : after, () => {
      this.#due = null;
      this.#start();
    });
  }

  #start(): void {
    for (const queued of this.#rooms.values()) if (queued.alone && !queued.busy) void this.#store([queued]);
    if (this.#groupUnderWay) return;
    const group: Queued[] = [];
    let [count, bytes] = [0, 0];
    for (const queued of this.#rooms.values()) {
      if (queued.busy || queued.alone || count >= atOnce || bytes >= bytesAtOnce) continue;
      group.push(queued);
      count += queued.entries.length;
      for (const { update } of queued.entries) bytes += update.length;
    }
    if (group.length === 0) return;
    this.#groupUnderWay = true;
    void this.#store(group).finally(() => {
      this.#groupUnderWay = false;
      if (this.#waits()) this.#schedule(0);
    });
  }

  async #store(group: readonly Queued[]): Promise<void> {
    const { log, time, onCommit, onError } = this.#options;
    const batches = group.map(({ room, entries }) => ({ room: room.key, entries: entries.slice(0, atOnce) }));
    for (const queued of group) queued.busy = true;
    const startedAt = time.now();
    const bases = await log.store(batches).catch((error: unknown) => {
      for (const queued of group) queued.busy = false;
      if (error instanceof RoomHeld) for (const queued of group) queued.alone = true;
      else {
        onError(error);
        this.#turn(this.#failures + 1);
      }
      return null;
    });
    if (bases) {
      this.#turn(0);
      onCommit(
        time.now() - startedAt,
        batches.reduce((sum, { entries }) => sum + entries.length, 0),
      );
      for (const [n, queued] of group.entries()) this.#finish(queued, batches[n]?.entries ?? [], bases[n] ?? null);
    }
    if (this.#waits()) this.#schedule(0);
  }

  #finish(queued: Queued, stored: readonly Entry[], base: number | null): void {
    queued.busy = false;
    queued.alone = false;
    if (base === null) {
      this.#rooms.delete(queued.room);
      queued.room.onLost();
      return;
    }
    queued.entries = queued.entries.slice(stored.length);
    if (queued.entries.length === 0) this.#rooms.delete(queued.room);
    queued.room.onStored(base, stored);
  }

  #turn(failures: number): void {
    const was = this.isStoring;
    this.#failures = failures;
    if (was !== this.isStoring) this.#options.onTurn(this.isStoring);
  }

  #waits(): boolean {
    for (const { busy, entries } of this.#rooms.values()) if (!busy && entries.length > 0) return true;
    return false;
  }

  #pause(): number {
    const [least, most] = this.#options.pace.retry;
    return Math.min(most, least * 2 ** (this.#failures - 1));
  }
}
