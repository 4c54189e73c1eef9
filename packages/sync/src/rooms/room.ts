import * as Y from "yjs";
import type { CommitQueue, Storing } from "../log/commit-queue.ts";
import type { Entry, LoadedRoom, Logged, RoomHead, RoomKey, RoomLog } from "../log/room-log.ts";
import type { CloseReason } from "../wire/close-codes.ts";
import {
  askFrame,
  MalformedFrame,
  type PresenceState,
  presenceFrame,
  readClientFrame,
  updateFrame,
} from "../wire/frames.ts";
import { isComplete, MalformedUpdate, readUpdate } from "../wire/read-update.ts";
import { loadContent, UnreadableRoom } from "./content.ts";
import type { Limits, Pace, Time } from "./limits.ts";
import type { Member, Sent } from "./member.ts";
import { Outbound } from "./outbound.ts";
import { Presence } from "./presence.ts";

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
  readonly onEnd: (room: Room) => void;
}

interface Arrival {
  readonly member: Member;
  /** Null where it is only to be looked whether what was held back can be taken now. */
  readonly sent: Sent | null;
}

/** `loading` until the whole of it is in memory, and again where that had to be thrown away. */
type State = "loading" | "open" | "ended";

/**
 * A room in memory: what its members see is what was accepted here and what the log says; what was accepted goes into the
 * log. It leaves memory only when all of it is there.
 */
export class Room implements Storing {
  readonly key: RoomKey;
  readonly members = new Set<Member>();
  readonly presence: Presence;
  readonly #parts: RoomParts;
  readonly #outbound: Outbound;
  #state: State = "loading";
  #doc = new Y.Doc();
  /** Everything up to here is in `#doc`. */
  #seq = 0;
  #arrivals: Arrival[] = [];
  readonly #holding = new Set<Member>();
  /** Frames that came while the room was not whole. */
  #early: { readonly member: Member; readonly frame: Uint8Array }[] = [];
  #earlyBytes = 0;
  #flushAt: (() => void) | null = null;
  #flushedAt = Number.NEGATIVE_INFINITY;
  #produced: Uint8Array | null = null;
  /** By entry: what members wait for it. */
  readonly #waiting = new Map<Entry, { member: Member; sent: readonly Sent[] }[]>();
  #catchingUp: Promise<void> | null = null;
  #presenceDue = false;
  readonly #whenSettled = new Set<() => void>();
  #emptySince: number;

  constructor(key: RoomKey, parts: RoomParts) {
    this.key = key;
    this.#parts = parts;
    this.presence = new Presence(parts.limits);
    this.#outbound = new Outbound(parts);
    this.#emptySince = parts.time.now();
    void this.#load();
  }

  get state(): State {
    return this.#state;
  }

  get seq(): number {
    return this.#seq;
  }

  /** What has not been stored: entries on their way, and what came and is not applied yet. */
  get hasUnstored(): boolean {
    return this.#arrivals.length > 0 || this.#parts.queue.unstored(this).length > 0;
  }

  get isIdle(): boolean {
    const { time, pace } = this.#parts;
    return (
      this.members.size === 0 && !this.hasUnstored && !this.#catchingUp && time.now() - this.#emptySince >= pace.linger
    );
  }

  /** True once the room is whole; false where it is not within so many milliseconds. */
  async whenOpen(within: number): Promise<boolean> {
    if (this.#state !== "loading") return this.#state === "open";
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#whenSettled.add(resolve);
    const giveUp = this.#parts.time.after(within, resolve);
    await promise;
    giveUp();
    this.#whenSettled.delete(resolve);
    return this.state === "open";
  }

  enter(member: Member): void {
    this.members.add(member);
    if (this.#state === "open") this.#welcome(member);
    else member.pause();
  }

  leave(member: Member): void {
    member.leave();
    this.#holding.delete(member);
    if (!this.members.delete(member)) return;
    if (this.presence.leave(member)) this.#schedulePresence();
    if (this.members.size === 0) this.#emptySince = this.#parts.time.now();
  }

  /** Takes one frame of a member. What is malformed ends that member's line and touches nothing else. */
  take(member: Member, frame: Uint8Array): void {
    if (member.left || this.#state === "ended") return;
    // Nothing is answered out of a room that is not whole yet.
    if (this.#state === "loading") return this.#keep(member, frame);
    try {
      const message = readClientFrame(frame);
      if (message.type === "update") this.takeUpdate(member, message.update, message.answer);
      else if (message.type === "ask") this.#answer(member, message.vector);
      else if (message.type === "stored") this.#mark(member, message.mark);
      else if (message.type === "query-presence") this.#sayPresence(member);
      else if (this.presence.take(member, message.states)) this.#schedulePresence();
    } catch (error) {
      if (!(error instanceof MalformedFrame || error instanceof MalformedUpdate)) this.#parts.onError(error);
      this.end(member, "malformed");
    }
  }

  #keep(member: Member, frame: Uint8Array): void {
    this.#early.push({ member, frame: Uint8Array.from(frame) });
    this.#earlyBytes += frame.length;
    if (this.#earlyBytes > this.#parts.limits.unstored * 4) this.end(member, "flooded");
  }

  takeUpdate(member: Member, update: Uint8Array, answer = false): void {
    if (!member.mayEdit) return member.refuse([]);
    if (answer) member.gaveAll();
    const read = readUpdate(update);
    this.#arrivals.push({ member, sent: member.take(read) });
    this.#scheduleFlush();
  }

  #mark(member: Member, mark: number): void {
    const known = member.isOurs;
    member.mark(mark);
    if (!known || !member.mayEdit) member.sendStanding(this.#parts.queue.isStoring);
  }

  #sayPresence(member: Member): void {
    member.spend(1);
    member.send(this.presence.frame);
  }

  /** All that somebody lacks who has what `vector` says. */
  difference(vector: Uint8Array): Uint8Array {
    try {
      return Y.encodeStateAsUpdate(this.#doc, vector);
    } catch (error) {
      throw new MalformedFrame("not a state vector", { cause: error });
    }
  }

  #answer(member: Member, vector: Uint8Array): void {
    member.spend(5); // the dearest thing that a client can ask for
    this.#flush();
    if (this.#state !== "open") return;
    this.#outbound.answer(member, this.difference(vector));
  }

  #welcome(member: Member): void {
    member.send(askFrame(Y.encodeStateVector(this.#doc)));
    const everybody = this.presence.everybody();
    if (everybody.length > 0) member.send(presenceFrame(everybody));
  }

  /** What a member may do here has changed; null: nothing any more. */
  setAccess(member: Member, access: "edit" | "view" | null): void {
    const may = access === "edit";
    if (access === null) {
      member.mayEdit = false;
      return this.end(member, "forbidden");
    }
    if (member.mayEdit === may) return;
    member.mayEdit = may;
    member.sendStanding(this.#parts.queue.isStoring);
    // What it has, and could not give while it only looked.
    if (may && this.#state === "open") member.send(askFrame(Y.encodeStateVector(this.#doc)));
  }

  end(member: Member, reason: CloseReason): void {
    this.leave(member);
    member.line.close(reason);
  }

  /** Takes what has come and sends everybody to another node; what was taken is still to be stored. */
  dismiss(): void {
    this.#flush();
    for (const member of [...this.members]) this.end(member, "leaving");
  }

  /** Ends the room with all its lines; what was not stored is only dropped where it never can be. */
  close(reason: CloseReason): void {
    if (this.#state === "ended") return;
    this.#state = "ended";
    this.#flushAt?.();
    for (const member of [...this.members]) this.end(member, reason);
    for (const settled of this.#whenSettled) settled();
    this.#doc.destroy();
    this.#parts.onEnd(this);
  }

  async #load(): Promise<void> {
    const { log, queue, pace, time, onError } = this.#parts;
    const startedAt = time.now();
    for (let failures = 0; this.#state === "loading"; failures++) {
      const kept = [...queue.unstored(this)];
      try {
        const loaded = await log.load(this.key);
        if (this.#state !== "loading") return;
        if (!loaded) return this.close("gone");
        return this.#open(loaded, kept);
      } catch (error) {
        if (error instanceof UnreadableRoom) this.#doc = new Y.Doc();
        onError(error);
      }
      if (time.now() - startedAt > pace.loading)
        for (const member of [...this.members]) this.end(member, "unavailable");
      if (this.members.size === 0 && !this.hasUnstored) return this.close("unavailable");
      const [least, most] = pace.retry;
      await new Promise<void>((done) => void time.after(Math.min(most, least * 2 ** failures), done));
    }
  }

  #open(loaded: LoadedRoom, kept: readonly Entry[]): void {
    const doc = loadContent(loaded, kept);
    doc.on("update", (update: Uint8Array) => {
      this.#produced = update;
    });
    this.#doc = doc;
    this.#seq = loaded.headSeq;
    this.#state = "open";
    for (const member of this.members) this.#welcome(member);
    const early = this.#early.splice(0);
    this.#earlyBytes = 0;
    for (const { member, frame } of early) this.take(member, frame);
    for (const member of this.members) member.resume();
    if (this.#arrivals.length > 0) this.#scheduleFlush();
    for (const settled of this.#whenSettled) settled();
  }

  #scheduleFlush(): void {
    const { time, pace } = this.#parts;
    if (this.#state !== "open") return;
    this.#flushAt ??= time.after(Math.max(0, this.#flushedAt + pace.gather - time.now()), () => this.#flush());
  }

  /** Applies what has come, tells it to all others and has it stored, as one change for each member. */
  #flush(): void {
    this.#flushAt?.();
    this.#flushAt = null;
    if (this.#state !== "open") return;
    // What was held back may have got what it waits for, from elsewhere.
    for (const member of this.#holding) this.#arrivals.push({ member, sent: null });
    if (this.#arrivals.length === 0) return;
    this.#flushedAt = this.#parts.time.now();
    const arrivals = [...Map.groupBy(this.#arrivals, ({ member }) => member)];
    this.#arrivals = [];
    const told: { member: Member; update: Uint8Array }[] = [];
    for (const [place, [member, came]] of arrivals.entries()) {
      try {
        const update = this.#apply(
          member,
          came.flatMap(({ sent }) => sent ?? []),
        );
        if (update) told.push({ member, update });
      } catch (error) {
        this.#parts.onError(error);
        this.#tell(told);
        this.end(member, "malformed");
        this.#reload(arrivals.slice(place + 1).flatMap(([, rest]) => rest));
        return;
      }
    }
    this.#tell(told);
    if (told.length > 0 && this.#holding.size > 0) this.#scheduleFlush();
  }

  /** Applies a member's updates and has what they change stored; null where they change nothing. */
  #apply(member: Member, came: readonly Sent[]): Uint8Array | null {
    const offered = [...member.heldBack, ...came];
    if (!member.mayEdit) {
      // Taken away while they were on their way.
      member.heldBack = [];
      this.#holding.delete(member);
      member.refuse(offered);
      return null;
    }
    const taken: Sent[] = [];
    member.heldBack = [];
    this.#produced = null;
    this.#doc.transact(() => {
      for (let again = true; again; ) {
        again = false;
        for (const sent of offered.splice(0)) {
          if (isComplete(this.#doc, sent.read)) {
            Y.applyUpdate(this.#doc, sent.read.update);
            taken.push(sent);
            again = true;
          } else member.heldBack.push(sent);
        }
        if (again && member.heldBack.length > 0) offered.push(...member.heldBack.splice(0));
        else again = false;
      }
    }, member);
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs || pendingDs) throw new MalformedUpdate("it builds on what is not there");
    const update = this.#produced;
    this.#store(member, update, taken);
    this.#boundHeldBack(member);
    return update;
  }

  #boundHeldBack(member: Member): void {
    if (member.heldBack.length > 0 && !member.left) this.#holding.add(member);
    else this.#holding.delete(member);
    const size = member.heldBack.reduce((sum, { read }) => sum + read.update.length, 0);
    if (size > this.#parts.limits.heldBack) this.end(member, "flooded");
  }

  /** What changes nothing may still rest on what is not stored: it is settled with the newest of that. */
  #store(member: Member, update: Uint8Array | null, sent: readonly Sent[]): void {
    const { queue } = this.#parts;
    const entry = update
      ? { userId: member.identity.userId, connectionId: member.connectionId, update }
      : queue.unstored(this).at(-1);
    if (!entry) return member.settle(sent);
    const waiting = this.#waiting.get(entry) ?? [];
    waiting.push({ member, sent });
    this.#waiting.set(entry, waiting);
    if (update) queue.add(this, entry);
  }

  #tell(told: readonly { member: Member; update: Uint8Array }[]): void {
    const [first, ...others] = told;
    if (!first) return;
    const update = others.length > 0 ? Y.mergeUpdates(told.map((one) => one.update)) : first.update;
    this.#broadcast(update, others.length > 0 ? null : first.member);
  }

  #broadcast(update: Uint8Array, except: Member | null): void {
    const frame = updateFrame(update);
    const vector = () => Y.encodeStateVector(this.#doc);
    for (const member of this.members) if (member !== except) this.#outbound.update(member, frame, vector);
  }

  /** Throws away what may be half changed, and reads it anew. */
  #reload(arrivals: readonly Arrival[]): void {
    this.#state = "loading";
    this.#arrivals = [...arrivals, ...this.#arrivals];
    for (const member of this.members) member.pause();
    this.#doc.destroy();
    void this.#load();
  }

  onStored(base: number, entries: readonly Entry[]): void {
    this.#parts.tellStored(this.key, base, entries);
    for (const entry of entries) {
      for (const { member, sent } of this.#waiting.get(entry) ?? []) member.settle(sent);
      this.#waiting.delete(entry);
    }
    const reached = base + entries.length;
    if (base <= this.#seq) this.#seq = Math.max(this.#seq, reached);
    else this.#catchUp();
  }

  onLost(): void {
    this.#waiting.clear();
    this.close("outdated");
  }

  /** What another node stored, as it says; only what follows on what is here is taken, the rest is read in the log. */
  hear(base: number, updates: readonly Uint8Array[]): void {
    if (this.#state !== "open" || base + updates.length <= this.#seq) return;
    if (base > this.#seq) return this.#catchUp();
    this.#learn(updates.slice(this.#seq - base), base + updates.length);
  }

  /** Where the room stands, as the log says. */
  look({ generation, headSeq }: Pick<RoomHead, "generation" | "headSeq">): void {
    if (generation !== this.key.generation) return this.close("outdated");
    if (headSeq > this.#seq) this.#catchUp();
  }

  #catchUp(): void {
    if (this.#state !== "open") return;
    this.#catchingUp ??= this.#readOn()
      .catch(this.#parts.onError)
      .finally(() => {
        this.#catchingUp = null;
      });
  }

  async #readOn(): Promise<void> {
    const from = this.#seq;
    const rows: readonly Logged[] = await this.#parts.log.since(this.key, from);
    const [first] = rows;
    const last = rows.at(-1);
    if (this.#state !== "open" || !first || !last) return;
    if (first.seq === from + 1)
      return this.#learn(
        rows.map(({ update }) => update),
        last.seq,
      );
    // Part of it has been archived meanwhile: the whole of it holds that too.
    const loaded = await this.#parts.log.load(this.key);
    if (loaded && this.#state === "open")
      this.#learn([...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.tail], loaded.headSeq);
  }

  #learn(updates: readonly Uint8Array[], seq: number): void {
    this.#flush();
    if (this.#state !== "open") return;
    this.#produced = null;
    try {
      this.#doc.transact(() => {
        for (const update of updates) Y.applyUpdate(this.#doc, update);
      });
    } catch (error) {
      this.#parts.onError(error);
      return this.#reload([]);
    }
    this.#seq = Math.max(this.#seq, seq);
    if (this.#produced) this.#broadcast(this.#produced, null);
    if (this.#holding.size > 0) this.#scheduleFlush();
  }

  hearPresence(states: readonly PresenceState[]): void {
    if (this.presence.hear(states, this.#parts.time.now())) this.#schedulePresence();
  }

  #schedulePresence(): void {
    if (this.#presenceDue || this.#state === "ended") return;
    this.#presenceDue = true;
    this.#parts.time.after(this.#parts.pace.presence, () => {
      this.#presenceDue = false;
      const { all, ours } = this.presence.takeChanges();
      if (all.length === 0) return;
      const frame = presenceFrame(all);
      for (const member of this.members) this.#outbound.presence(member, frame);
      if (ours.length > 0) this.#parts.tellPresence(this.key, ours);
    });
  }

  /** Some of what was sent to a member has left. */
  drained(member: Member): void {
    if (this.#state === "open") this.#outbound.drained(member, (vector) => this.difference(vector));
  }

  /** Once a second: whoever hears nothing hears a heartbeat, and whoever does not read is cut off. */
  tick(): void {
    const now = this.#parts.time.now();
    if (this.presence.forget(now)) this.#schedulePresence();
    for (const member of [...this.members]) {
      if (this.#outbound.isTooSlow(member)) this.end(member, "slow");
      else if (now - member.lastSentAt >= this.#parts.pace.heartbeat) member.send(presenceFrame([]));
    }
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  sayStoring(storing: boolean): void {
    for (const member of this.members) member.sendStanding(storing);
  }
}
