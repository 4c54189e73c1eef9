import type { AccessWatch } from "@guildhall/people";
import type { Limits, Pace, Time } from "../rooms/limits.ts";
import type { Member } from "../rooms/member.ts";
import type { Room } from "../rooms/room.ts";
import type { Admitted, Knocking, Refused } from "./admit.ts";
import { Questions } from "./questions.ts";

interface Options {
  /** Everything that is asked of somebody before they are seated, and again when it may have changed. */
  readonly knock: (knocking: Knocking) => Promise<Admitted | Refused>;
  readonly access: Pick<AccessWatch, "watch">;
  readonly limits: Pick<Limits, "rechecks">;
  readonly time: Time;
  readonly pace: Pick<Pace, "follow" | "recheck">;
  readonly onError: (error: unknown) => void;
}

interface Seat {
  readonly room: Room;
  readonly knocking: Knocking;
  admitted: Admitted;
  unwatch: () => void;
  /** When it is asked again though nothing is known to have changed. */
  dueAt: number;
}

/** Who sits in which room, and on what ground: that is asked anew whenever it may have changed, and every now and then. */
export class Seats {
  readonly #options: Options;
  readonly #seats = new Map<Member, Seat>();
  readonly #questions: Questions<Member>;

  constructor(options: Options) {
    this.#options = options;
    this.#questions = new Questions({
      ...options,
      atOnce: options.limits.rechecks,
      pause: options.pace.follow,
      ask: (member) => this.#ask(member),
    });
  }

  take(member: Member, room: Room, knocking: Knocking, admitted: Admitted): void {
    const seat: Seat = { room, knocking, admitted, unwatch: () => undefined, dueAt: this.#nextTime() };
    this.#seats.set(member, seat);
    this.#watch(member, seat, admitted);
  }

  leave(member: Member): void {
    const seat = this.#seats.get(member);
    this.#seats.delete(member);
    this.#questions.forget(member);
    seat?.unwatch();
    seat?.room.leave(member);
  }

  get size(): number {
    return this.#seats.size;
  }

  /** Bytes that wait for those who sit here. */
  get backlog(): number {
    let backlog = 0;
    for (const member of this.#seats.keys()) backlog += member.line.waiting();
    return backlog;
  }

  /** Asks again, as soon as may be, who these are and what they may do. */
  recheck(concerns: (admitted: Admitted) => boolean): void {
    for (const [member, { admitted }] of this.#seats) if (concerns(admitted)) this.#questions.soon(member);
  }

  /** Tells those who sit in rooms of these subjects that something beside their room has changed. */
  tell(concerns: (admitted: Admitted, room: string) => boolean): void {
    for (const [member, { admitted, knocking }] of this.#seats)
      if (concerns(admitted, knocking.room)) member.sendTold();
  }

  /** Once a second: whoever was not asked about for long is asked about, should every notice have been lost. */
  turn(): void {
    const now = this.#options.time.now();
    for (const [member, seat] of this.#seats) {
      if (seat.dueAt > now) continue;
      seat.dueAt = this.#nextTime();
      this.#questions.sometime(member);
    }
  }

  /** At different times for each, so that a thousand who came at once are not asked about at once. */
  #nextTime(): number {
    const { time, pace } = this.#options;
    return time.now() + pace.recheck * (0.7 + 0.3 * Math.random());
  }

  #watch(member: Member, seat: Seat, { standing }: Admitted): void {
    seat.unwatch();
    seat.unwatch = standing
      ? this.#options.access.watch(standing, () => this.#questions.soon(member))
      : () => undefined;
  }

  async #ask(member: Member): Promise<void> {
    const seat = this.#seats.get(member);
    if (!seat) return;
    const answer = await this.#options.knock(seat.knocking);
    if (!this.#seats.has(member)) return;
    if ("refused" in answer) {
      member.mayEdit = false;
      seat.room.end(member, ({ 401: "signedOut", 404: "forbidden", 409: "outdated" } as const)[answer.refused]);
      return;
    }
    seat.admitted = answer;
    seat.room.setAccess(member, answer.access);
    this.#watch(member, seat, answer);
  }
}
