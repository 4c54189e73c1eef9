import type { AccessWatch } from "@guildhall/people";
import { readRoomName } from "../kinds/room-name.ts";
import { CommitQueue } from "../log/commit-queue.ts";
import type { RoomKey, RoomLog } from "../log/room-log.ts";
import type { Hints } from "../nodes/hints.ts";
import { type Limits, type Pace, type Time, usualLimits, usualPace, wallTime } from "../rooms/limits.ts";
import { type Line, Member } from "../rooms/member.ts";
import { Room } from "../rooms/room.ts";
import type { RoomParts } from "../rooms/room-parts.ts";
import type { Admitted, Knocking, Refused } from "./admit.ts";
import { CommitFigures, type SyncFigures } from "./figures.ts";
import { Seats } from "./seats.ts";
import { Turnstile } from "./turnstile.ts";

interface NodeParts {
  /** Everything that is asked of somebody before they are seated, and again when it may have changed. */
  readonly knock: (knocking: Knocking) => Promise<Admitted | Refused>;
  readonly log: RoomLog;
  readonly hints: Hints;
  readonly access: Pick<AccessWatch, "watch">;
  readonly limits?: Partial<Limits> | undefined;
  readonly pace?: Partial<Pace> | undefined;
  readonly time?: Time | undefined;
  /** Has whoever owns what is in a room take note of it, some while after something was stored there. */
  readonly settle?: (room: RoomKey) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** For rehearsals of a room that lacks what keeps it right. */
  readonly makeRoom?: ((key: RoomKey, parts: RoomParts) => Room) | undefined;
}

interface Opened {
  readonly room: Room;
  readonly deafen: () => void;
  bytes: number;
  /** As it was last looked at. */
  accessVersion: number | null;
}

/** All rooms that this process has in memory, and who is in them. */
export class SyncNode {
  readonly limits: Limits;
  /** Exchanges over HTTP that are under way. */
  readonly requests: Turnstile;
  readonly #parts: NodeParts;
  readonly #pace: Pace;
  readonly #time: Time;
  readonly #queue: CommitQueue;
  readonly #rooms = new Map<string, Opened>();
  readonly #seats: Seats;
  readonly #commits = new CommitFigures();
  readonly #timers: (() => void)[] = [];
  readonly #unsettled = new Set<string>();
  #looking: Promise<void> | null = null;
  #leaving = false;

  constructor(parts: NodeParts) {
    this.#parts = parts;
    this.limits = { ...usualLimits, ...parts.limits };
    this.requests = new Turnstile(this.limits.requests);
    this.#pace = { ...usualPace, ...parts.pace };
    this.#time = parts.time ?? wallTime;
    this.#seats = new Seats({ ...parts, limits: this.limits, time: this.#time, pace: this.#pace });
    this.#queue = new CommitQueue({
      log: parts.log,
      time: this.#time,
      pace: this.#pace,
      onTurn: (storing) => {
        for (const { room } of this.#rooms.values()) room.sayStoring(storing);
      },
      onError: parts.onError,
      onCommit: (milliseconds, entries) => this.#commits.add(milliseconds, entries),
    });
    this.#every(this.#pace.follow, () => this.#turn());
  }

  #every(milliseconds: number, work: () => void): void {
    const place = this.#timers.length;
    const again = () => {
      this.#timers[place] = this.#time.after(milliseconds, () => {
        work();
        if (!this.#leaving) again();
      });
    };
    again();
  }

  knock(knocking: Knocking): Promise<Admitted | Refused> {
    return this.#parts.knock(knocking);
  }

  get isLeaving(): boolean {
    return this.#leaving;
  }

  /** Seats somebody who was admitted. The caller hands on their frames, and says when they have gone. */
  seat(admitted: Admitted, knocking: Knocking, line: Line): { room: Room; member: Member } {
    const { room, accessVersion } = this.#open(admitted);
    const member = new Member({
      connectionId: crypto.randomUUID(),
      identity: admitted.identity,
      line,
      access: admitted.access,
      limits: this.limits,
      time: this.#time,
    });
    this.#seats.take(member, room, knocking, admitted);
    room.enter(member);
    // Who may enter has changed since they were let in.
    if (accessVersion !== null && accessVersion !== admitted.room.accessVersion)
      this.#seats.recheck((those) => those === admitted);
    return { room, member };
  }

  unseat(member: Member): void {
    this.#seats.leave(member);
  }

  /** The room, in memory from now on. */
  open(admitted: Pick<Admitted, "room">): Room {
    return this.#open(admitted).room;
  }

  #open({ room: { tenantId, id, generation } }: Pick<Admitted, "room">): Opened {
    const key: RoomKey = { tenantId, id, generation };
    const known = this.#rooms.get(key.id);
    if (known && known.room.key.generation === key.generation) return known;
    known?.room.close("outdated");
    const { log, hints, onError, makeRoom = (...given) => new Room(...given) } = this.#parts;
    const room = makeRoom(key, {
      log,
      queue: this.#queue,
      time: this.#time,
      pace: this.#pace,
      limits: this.limits,
      tellStored: ({ id }, base, entries) => {
        hints.tell(id, { type: "stored", base, updates: entries.map(({ update }) => update) });
        this.#settleSoon(key);
      },
      tellPresence: ({ id }, states) => hints.tell(id, { type: "presence", states }),
      onError,
      onEnd: () => this.#forget(key),
    });
    const deafen = hints.hear(key.id, (hint) => {
      if (hint.type === "stored") room.hear(hint.base, hint.updates);
      else if (hint.type === "presence") room.presence.hear(hint.states);
      else if (room.presence.ours().length > 0) hints.tell(key.id, { type: "presence", states: room.presence.ours() });
    });
    hints.tell(key.id, { type: "who" });
    const opened: Opened = { room, deafen, bytes: 0, accessVersion: null };
    this.#rooms.set(key.id, opened);
    return opened;
  }

  /** Once for all that is stored within a while; those who type on are not waited for. What a node that dies owes is found by a job. */
  #settleSoon(key: RoomKey): void {
    const { settle, onError } = this.#parts;
    if (!settle || this.#unsettled.has(key.id)) return;
    this.#unsettled.add(key.id);
    this.#time.after(this.#pace.settle, () => {
      this.#unsettled.delete(key.id);
      settle(key).catch(onError);
    });
  }

  #forget(key: RoomKey): void {
    const known = this.#rooms.get(key.id);
    if (known?.room.key !== key) return;
    known.deafen();
    this.#rooms.delete(key.id);
  }

  /** Once a second: what other nodes stored, who hears nothing, which rooms nobody needs any more. */
  #turn(): void {
    this.#seats.turn();
    for (const { room } of this.#rooms.values()) {
      room.tick();
      if (room.isIdle) room.close("leaving");
    }
    this.#looking ??= this.#look()
      .catch(this.#parts.onError)
      .finally(() => {
        this.#looking = null;
      });
  }

  async #look(): Promise<void> {
    const open = [...this.#rooms.values()];
    for (let from = 0; from < open.length; from += pageOfRooms) {
      const page = open.slice(from, from + pageOfRooms);
      const heads = new Map(
        (await this.#parts.log.heads(page.map(({ room }) => room.key))).map((head) => [head.id, head]),
      );
      for (const entry of page) {
        const head = heads.get(entry.room.key.id);
        if (!head) {
          entry.room.close("gone");
          continue;
        }
        entry.room.look(head);
        entry.bytes = head.bytes;
        if (entry.accessVersion === head.accessVersion) continue;
        entry.accessVersion = head.accessVersion;
        this.#seats.recheck(({ room }) => room.id === head.id && room.accessVersion !== head.accessVersion);
      }
    }
  }

  /** A fact of a tenant may have changed who may enter its rooms, or what belongs to one; null: some facts may have been missed. */
  heardFact(tenantId: string, fact: string | null, subjectId: string | null = null): void {
    this.#seats.tell(
      ({ room, kind }, name) =>
        room.tenantId === tenantId &&
        kind.tells !== undefined &&
        (fact === null || (kind.tells(fact) && readRoomName(name)?.subjectId === subjectId)),
    );
    this.#seats.recheck(
      ({ room, kind }) => room.tenantId === tenantId && (fact === null || (kind.accessFollows?.(fact) ?? false)),
    );
  }

  /** Who may enter is found by looking; what belongs to a room, those who are in it look for themselves. */
  missedFacts(): void {
    this.#seats.tell(({ kind }) => kind.tells !== undefined);
  }

  /** Seats nobody new, sends everybody to another node, and resolves once all that was accepted is stored. */
  async close(within = 10_000): Promise<void> {
    this.#leaving = true;
    const until = this.#time.now() + within;
    for (const { room } of this.#rooms.values()) room.dismiss();
    while (this.#queue.size > 0 && this.#time.now() < until)
      await new Promise<void>((done) => void this.#time.after(5, done));
    for (const { room } of [...this.#rooms.values()]) room.close("leaving");
    for (const stop of this.#timers) stop();
    await this.#looking;
    await this.#parts.hints.close();
  }

  figures(): SyncFigures {
    return {
      rooms: this.#rooms.size,
      sockets: this.#seats.size,
      unstored: this.#queue.size,
      backlog: this.#seats.backlog,
      storing: this.#queue.isStoring,
      commitMedian: this.#commits.quantile(0.5),
      commitP99: this.#commits.quantile(0.99),
      updates: this.#commits.updates,
      commits: this.#commits.commits,
    };
  }

  roomBytes(): number[] {
    return [...this.#rooms.values()].map(({ bytes }) => bytes);
  }

  onCommit(tell: (milliseconds: number) => void): void {
    this.#commits.onCommit = tell;
  }
}

const pageOfRooms = 2_000;
