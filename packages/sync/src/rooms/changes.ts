import * as Y from "yjs";
import type { Storing } from "../log/commit-queue.ts";
import type { Entry } from "../log/room-log.ts";
import type { CloseReason } from "../wire/close-codes.ts";
import type { Content } from "./content.ts";
import { Gather } from "./gather.ts";
import { Intake, type Taken } from "./intake.ts";
import type { Member, Sent } from "./member.ts";
import type { Outbound } from "./outbound.ts";
import type { RoomParts } from "./room-parts.ts";
import { Settling } from "./settling.ts";

interface Options extends RoomParts {
  /** The room, as the queue knows it. */
  readonly room: Storing;
  readonly content: Content;
  readonly members: ReadonlySet<Member>;
  readonly outbound: Outbound;
  readonly isOpen: () => boolean;
  readonly end: (member: Member, reason: CloseReason) => void;
  /** The content may be half changed, and is to be read anew. */
  readonly onBroken: () => void;
}

/** The way of a change through a room: it comes, is applied, told to all others, and stored; then its sender is told. */
export class Changes {
  readonly #options: Options;
  readonly #intake = new Intake();
  readonly #settling = new Settling();
  readonly #gather: Gather;
  #flushAt: (() => void) | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#gather = new Gather(options);
  }

  /** Whether all that came is applied. */
  get areApplied(): boolean {
    return this.#intake.isEmpty;
  }

  take(member: Member, sent: Sent): void {
    this.#intake.add(member, sent);
    this.schedule();
  }

  leave(member: Member): void {
    this.#intake.leave(member);
  }

  /** Applies soon what has come. */
  schedule(): void {
    const { isOpen, time } = this.#options;
    if (this.#intake.isEmpty && !this.#intake.holdsBack) return;
    if (isOpen()) this.#flushAt ??= time.after(this.#gather.wait(), () => this.flush());
  }

  /** Applies what has come, tells it to all others and has it stored, as one change for each member. */
  flush(): void {
    this.stop();
    const { content, isOpen, end, onBroken, onError } = this.#options;
    if (!isOpen() || (this.#intake.isEmpty && !this.#intake.holdsBack)) return;
    this.#gather.begun();
    const { taken, failure } = this.#intake.apply(content);
    for (const each of taken) this.#store(each);
    this.#tell(taken);
    this.#gather.told(taken.reduce((sum, { sent }) => sum + sent.length, 0));
    if (failure) {
      onError(failure.error);
      end(failure.member, "malformed");
      onBroken();
    } else if (taken.some(({ update }) => update)) this.#scheduleHeldBack();
  }

  /** What was held back may have got what it waited for. */
  #scheduleHeldBack(): void {
    if (this.#intake.holdsBack) this.schedule();
  }

  /** What changes nothing may still rest on what is not stored: it is settled with the newest of that. */
  #store({ member, update, sent }: Taken): void {
    const { queue, room, limits, end } = this.#options;
    const entry = update
      ? { userId: member.identity.userId, connectionId: member.connectionId, update }
      : queue.unstored(room).at(-1);
    if (entry) this.#settling.wait(entry, member, sent);
    else member.settle(sent);
    if (entry && update) queue.add(room, entry);
    if (member.heldBackTooMuch(limits)) end(member, "flooded");
  }

  #tell(taken: readonly Taken[]): void {
    const { outbound, members, content } = this.#options;
    const told = taken.filter((one) => one.update !== null);
    const [first, ...others] = told;
    if (!first?.update) return;
    if (others.length === 0) return outbound.updates(members, first.update, content, first.member);
    outbound.updates(members, Y.mergeUpdates(told.flatMap(({ update }) => update ?? [])), content);
  }

  /** What others stored; false where it cannot be applied. */
  learn(updates: readonly Uint8Array[]): boolean {
    const { content, outbound, members, onError } = this.#options;
    try {
      const update = content.changeBy(updates);
      if (update) outbound.updates(members, update, content);
    } catch (error) {
      onError(error);
      return false;
    }
    this.#scheduleHeldBack();
    return true;
  }

  stored(entries: readonly Entry[]): void {
    this.#settling.stored(entries);
  }

  /** None of it can ever be stored. */
  lost(): void {
    this.#settling.clear();
  }

  stop(): void {
    this.#flushAt?.();
    this.#flushAt = null;
  }
}
