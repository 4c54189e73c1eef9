import type { Id } from "@guildhall/core";
import type { CloseReason } from "../wire/close-codes.ts";
import { fetchFrame, standingFrame, storedFrame, toldFrame } from "../wire/frames.ts";
import type { ReadUpdate } from "../wire/read-update.ts";
import type { Limits, Time } from "./limits.ts";

/** A socket, as far as a room is concerned. */
export interface Line {
  /** `flushed` is called once the frame has left. */
  send(frame: Uint8Array, flushed?: () => void): void;
  close(reason: CloseReason): void;
  /** Bytes that were sent and have not left. */
  waiting(): number;
  /** Reads nothing more until resumed. */
  hold(): void;
  resume(): void;
}

/** Who sits at a socket. What others see of them is from here, never from what the client says. */
export interface Identity {
  readonly userId: Id<"user_account"> | null;
  readonly personId: Id<"person"> | null;
  readonly name: string;
  readonly color: string;
}

interface Seat {
  readonly connectionId: string;
  readonly identity: Identity;
  readonly line: Line;
  readonly access: "edit" | "view";
  readonly limits: Limits;
  readonly time: Time;
}

interface Sent {
  readonly read: ReadUpdate;
  settled: boolean;
}

/** One socket in a room: what it sent and what of that is stored, what waits for it, and what it may still do. */
export class Member {
  /** Updates and marks in the order in which they came; a mark goes back when all before it is settled. */
  readonly #queue: (Sent | number)[] = [];
  /** Updates whose beginnings have not come yet. */
  heldBack: Sent[] = [];
  mayEdit: boolean;
  /** It said that it understands more than y-websocket does. */
  isOurs = false;
  lastSentAt: number;
  /** From where on it was sent nothing, and since when; null while it keeps up. */
  behind: { readonly vector: Uint8Array; readonly since: number } | null = null;
  #unstored = 0;
  #tokens: number;
  #tokensAt: number;
  #resting: (() => void) | null = null;
  #exempt = 0;
  #held = false;
  #paused = false;
  #owesAll = false;
  left = false;

  readonly connectionId: string;
  readonly identity: Identity;
  readonly line: Line;
  readonly #limits: Limits;
  readonly #time: Time;

  constructor({ connectionId, identity, line, access, limits, time }: Seat) {
    this.connectionId = connectionId;
    this.identity = identity;
    this.line = line;
    this.mayEdit = access === "edit";
    this.#limits = limits;
    this.#time = time;
    this.#tokens = limits.updatesAtOnce;
    this.#tokensAt = time.now();
    this.lastSentAt = time.now();
  }

  /** Remembers an update that came, so that marks after it wait for it. */
  take(read: ReadUpdate): Sent {
    const sent = { read, settled: false };
    this.#queue.push(sent);
    this.#unstored += read.update.length;
    this.spend(1);
    return sent;
  }

  /** What was taken is stored, or needs no storing. */
  settle(all: readonly Sent[]): void {
    for (const sent of all) {
      if (sent.settled) continue;
      sent.settled = true;
      this.#unstored -= sent.read.update.length;
    }
    this.#sendMarks();
    this.#rest();
  }

  /** These were not taken, so no mark counts any more until all that is there has been given again. */
  refuse(all: readonly Sent[]): void {
    this.#owesAll = true;
    const kept = this.#queue.filter((one) => typeof one !== "number" && !all.includes(one));
    this.#queue.splice(0, this.#queue.length, ...kept);
    for (const { read } of all) this.#unstored -= read.update.length;
    this.#rest();
  }

  /** It has given all that the server lacked. */
  gaveAll(): void {
    this.#owesAll = false;
  }

  mark(mark: number): void {
    this.isOurs = true;
    if (this.#owesAll) return;
    this.#queue.push(mark);
    this.#sendMarks();
  }

  #sendMarks(): void {
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      if (typeof first !== "number" && !first.settled) return;
      this.#queue.shift();
      // Whoever may only look has nothing here that could be stored.
      if (typeof first === "number" && this.mayEdit) this.send(storedFrame(first));
    }
  }

  /** Whether more is held back than is waited for: looking through it again and again would cost others their time. */
  heldBackTooMuch({ heldBack, heldBackUpdates }: Pick<Limits, "heldBack" | "heldBackUpdates">): boolean {
    const bytes = this.heldBack.reduce((sum, { read }) => sum + read.update.length, 0);
    return bytes > heldBack || this.heldBack.length > heldBackUpdates;
  }

  send(frame: Uint8Array): void {
    if (this.left) return;
    this.lastSentAt = this.#time.now();
    this.line.send(frame);
  }

  /** Sends what was asked for, however large: it is no backlog. */
  sendExempt(frame: Uint8Array): void {
    if (this.left) return;
    this.lastSentAt = this.#time.now();
    this.#exempt += frame.length;
    this.line.send(frame, () => {
      this.#exempt -= frame.length;
    });
  }

  get backlog(): number {
    return Math.max(0, this.line.waiting() - this.#exempt);
  }

  sendStanding(storing: boolean): void {
    if (this.isOurs) this.send(standingFrame({ mayEdit: this.mayEdit, storing }));
  }

  sendFetch(): void {
    this.send(fetchFrame());
  }

  /** Something beside the room has changed. */
  sendTold(): void {
    if (this.isOurs) this.send(toldFrame());
  }

  /** A bucket of updates that fills with time: whoever empties it is read later. Nothing is lost by that. */
  spend(cost: number): void {
    const { updatesPerSecond, updatesAtOnce } = this.#limits;
    const now = this.#time.now();
    this.#tokens = Math.min(updatesAtOnce, this.#tokens + ((now - this.#tokensAt) * updatesPerSecond) / 1_000) - cost;
    this.#tokensAt = now;
    this.#rest();
  }

  #rest(): void {
    if (this.left) return;
    const full = this.#unstored > this.#limits.unstored;
    if (this.#tokens < 0 && !this.#resting)
      this.#resting = this.#time.after((-this.#tokens * 1_000) / this.#limits.updatesPerSecond, () => {
        this.#resting = null;
        this.#tokens = Math.max(this.#tokens, 0);
        this.#tokensAt = this.#time.now();
        this.#rest();
      });
    const shouldHold = full || this.#paused || this.#resting !== null;
    if (shouldHold === this.#held) return;
    this.#held = shouldHold;
    if (shouldHold) this.line.hold();
    else this.line.resume();
  }

  /** The room cannot take anything now. */
  pause(): void {
    this.#paused = true;
    this.#rest();
  }

  resume(): void {
    this.#paused = false;
    this.#rest();
  }

  leave(): void {
    this.left = true;
    this.#resting?.();
    this.#resting = null;
  }
}

export type { Sent };
