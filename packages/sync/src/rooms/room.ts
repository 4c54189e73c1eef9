import type { Storing } from "../log/commit-queue.ts";
import type { Entry, LoadedRoom, RoomHead, RoomKey } from "../log/room-log.ts";
import type { CloseReason } from "../wire/close-codes.ts";
import { askFrame, MalformedFrame, readClientFrame } from "../wire/frames.ts";
import { MalformedUpdate, readUpdate } from "../wire/read-update.ts";
import { Changes } from "./changes.ts";
import { Content, loadContent } from "./content.ts";
import { Following } from "./following.ts";
import { loadPatiently } from "./load-patiently.ts";
import type { Member } from "./member.ts";
import { Outbound } from "./outbound.ts";
import { PresenceRounds } from "./presence-rounds.ts";
import type { RoomParts } from "./room-parts.ts";
import { Waiting } from "./waiting.ts";

/** `loading` until the whole of it is in memory, and again where that had to be thrown away. */
type State = "loading" | "open" | "ended";

/**
 * A room in memory: what its members see is what was accepted here and what the log says; what was accepted goes into the
 * log. It leaves memory only when all of it is there.
 */
export class Room implements Storing {
  readonly key: RoomKey;
  readonly members = new Set<Member>();
  readonly presence: PresenceRounds;
  readonly #parts: RoomParts;
  readonly #outbound: Outbound;
  readonly #content = new Content();
  readonly #changes: Changes;
  readonly #following: Following;
  readonly #waiting: Waiting;
  #state: State = "loading";
  /** Everything up to here is in the content. */
  #seq = 0;
  #emptySince: number;

  constructor(key: RoomKey, parts: RoomParts) {
    this.key = key;
    this.#parts = parts;
    this.#outbound = new Outbound(parts);
    this.presence = new PresenceRounds({ ...parts, key, members: this.members, outbound: this.#outbound });
    this.#changes = new Changes({
      ...parts,
      room: this,
      content: this.#content,
      members: this.members,
      outbound: this.#outbound,
      isOpen: () => this.#state === "open",
      end: (member, reason) => this.end(member, reason),
      onBroken: () => this.#reload(),
    });
    this.#waiting = new Waiting(parts);
    this.#following = new Following({
      ...parts,
      key,
      reached: () => (this.#state === "open" ? this.#seq : null),
      learn: (updates, seq) => this.#learn(updates, seq),
    });
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
    return !this.#changes.areApplied || this.#parts.queue.unstored(this).length > 0;
  }

  get isIdle(): boolean {
    const { time, pace } = this.#parts;
    const rests = this.members.size === 0 && !this.hasUnstored && !this.#following.isReading;
    return rests && time.now() - this.#emptySince >= pace.linger;
  }

  /** True once the room is whole; false where it is not within so many milliseconds. */
  async whenOpen(within: number): Promise<boolean> {
    if (this.#state === "loading") await this.#waiting.wait(within);
    return this.#state === "open";
  }

  enter(member: Member): void {
    this.members.add(member);
    if (this.#state === "open") this.#welcome(member);
    else member.pause();
  }

  leave(member: Member): void {
    member.leave();
    this.#changes.leave(member);
    if (!this.members.delete(member)) return;
    this.presence.leave(member);
    if (this.members.size === 0) this.#emptySince = this.#parts.time.now();
  }

  /** Takes one frame of a member. What is malformed ends that member's line and touches nothing else. */
  take(member: Member, frame: Uint8Array): void {
    if (member.left || this.#state === "ended") return;
    // Nothing is answered out of a room that is not whole yet.
    if (this.#state === "loading") {
      if (!this.#waiting.keep(member, frame)) this.end(member, "flooded");
      return;
    }
    try {
      this.#read(member, frame);
    } catch (error) {
      if (!(error instanceof MalformedFrame || error instanceof MalformedUpdate)) this.#parts.onError(error);
      this.end(member, "malformed");
    }
  }

  #read(member: Member, frame: Uint8Array): void {
    const message = readClientFrame(frame);
    switch (message.type) {
      case "update":
        return this.takeUpdate(member, message.update, message.answer);
      case "ask":
        return this.#answer(member, message.vector);
      case "stored":
        return this.#mark(member, message.mark);
      case "query-presence":
        return this.presence.answer(member);
      case "presence":
        return this.presence.take(member, message.states);
    }
  }

  takeUpdate(member: Member, update: Uint8Array, answer = false): void {
    if (!member.mayEdit) return member.refuse([]);
    if (answer) member.gaveAll();
    this.#changes.take(member, member.take(readUpdate(update)));
  }

  #mark(member: Member, mark: number): void {
    const known = member.isOurs;
    member.mark(mark);
    if (!known || !member.mayEdit) member.sendStanding(this.#parts.queue.isStoring);
  }

  /** All that somebody lacks who has what `vector` says. */
  difference(vector: Uint8Array): Uint8Array {
    const [first, later] = this.#content.parts(vector, this.#parts.time.now());
    return first && !later ? first : this.#content.difference(vector);
  }

  #answer(member: Member, vector: Uint8Array): void {
    member.spend(5); // the dearest thing that a client can ask for
    this.#changes.flush();
    if (this.#state !== "open") return;
    this.#outbound.answer(member, this.#content.parts(vector, this.#parts.time.now()));
  }

  #welcome(member: Member): void {
    member.send(askFrame(this.#content.vector));
    this.presence.welcome(member);
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
    if (may && this.#state === "open") member.send(askFrame(this.#content.vector));
  }

  end(member: Member, reason: CloseReason): void {
    this.leave(member);
    member.line.close(reason);
  }

  /** Takes what has come and sends everybody to another node; what was taken is still to be stored. */
  dismiss(): void {
    this.#changes.flush();
    for (const member of [...this.members]) this.end(member, "leaving");
  }

  /** Ends the room with all its lines; what was not stored is only dropped where it never can be. */
  close(reason: CloseReason): void {
    if (this.#state === "ended") return;
    this.#state = "ended";
    this.#changes.stop();
    for (const member of [...this.members]) this.end(member, reason);
    this.#waiting.over();
    this.presence.end();
    this.#content.destroy();
    this.#parts.onEnd(this.key);
  }

  async #load(): Promise<void> {
    const { queue, onError } = this.#parts;
    await loadPatiently(this.key, {
      ...this.#parts,
      unstored: () => queue.unstored(this),
      isWanted: () => this.#state === "loading",
      open: (loaded, unstored) => this.#open(loaded, unstored),
      gone: () => this.close("gone"),
      late: () => {
        for (const member of [...this.members]) this.end(member, "unavailable");
      },
      failed: (error) => {
        onError(error);
        if (this.members.size === 0 && !this.hasUnstored) this.close("unavailable");
      },
    });
  }

  #open(loaded: LoadedRoom, unstored: readonly Entry[]): void {
    this.#content.replace(loadContent(loaded, unstored));
    this.#seq = loaded.headSeq;
    this.#state = "open";
    for (const member of this.members) this.#welcome(member);
    for (const { member, frame } of this.#waiting.takeFrames()) this.take(member, frame);
    for (const member of this.members) member.resume();
    this.#changes.schedule();
    this.#waiting.over();
  }

  /** Throws away what may be half changed, and reads it anew. */
  #reload(): void {
    this.#state = "loading";
    for (const member of this.members) member.pause();
    void this.#load();
  }

  onStored(base: number, entries: readonly Entry[]): void {
    this.#parts.tellStored(this.key, base, entries);
    this.#changes.stored(entries);
    const reached = base + entries.length;
    if (base <= this.#seq) this.#seq = Math.max(this.#seq, reached);
    else this.#following.catchUp();
  }

  onLost(): void {
    this.#changes.lost();
    this.close("outdated");
  }

  /** What another node stored, as it says; only what follows on what is here is taken, the rest is read in the log. */
  hear(base: number, updates: readonly Uint8Array[]): void {
    if (this.#state !== "open" || base + updates.length <= this.#seq) return;
    if (base > this.#seq) return this.#following.catchUp();
    this.#learn(updates.slice(this.#seq - base), base + updates.length);
  }

  /** Where the room stands, as the log says. */
  look({ generation, headSeq }: Pick<RoomHead, "generation" | "headSeq">): void {
    if (generation !== this.key.generation) return this.close("outdated");
    if (headSeq > this.#seq) this.#following.catchUp();
  }

  #learn(updates: readonly Uint8Array[], seq: number): void {
    this.#changes.flush();
    if (this.#state !== "open") return;
    if (this.#changes.learn(updates)) this.#seq = Math.max(this.#seq, seq);
    else this.#reload();
  }

  /** Some of what was sent to a member has left. */
  drained(member: Member): void {
    if (this.#state === "open") this.#outbound.drained(member, this.#content);
  }

  /** Once a second: whoever hears nothing hears a heartbeat, and whoever does not read is cut off. */
  tick(): void {
    this.presence.tick();
    this.#content.tidy(this.#parts.time.now());
    for (const member of [...this.members]) if (this.#outbound.isTooSlow(member)) this.end(member, "slow");
  }

  sayStoring(storing: boolean): void {
    for (const member of this.members) member.sendStanding(storing);
  }
}
