import type { AccessWatch } from "@guildhall/people";
import type { Pace, Time } from "../rooms/limits.ts";
import type { Member } from "../rooms/member.ts";
import type { Room } from "../rooms/room.ts";
import type { Admitted, Knocking, Refused } from "./admit.ts";

interface Options {
  /** Everything that is asked of somebody before they are seated, and again when it may have changed. */
  readonly knock: (knocking: Knocking) => Promise<Admitted | Refused>;
  readonly access: Pick<AccessWatch, "watch">;
  readonly time: Time;
  readonly pace: Pick<Pace, "follow">;
  readonly onError: (error: unknown) => void;
}

interface Seat {
  readonly room: Room;
  readonly knocking: Knocking;
  admitted: Admitted;
  unwatch: () => void;
  rechecking: boolean;
  /** It may have changed again while it was being asked. */
  again: boolean;
}

/** Who sits in which room, and on what ground: that is asked anew whenever it may have changed. */
export class Seats {
  readonly #options: Options;
  readonly #seats = new Map<Member, Seat>();

  constructor(options: Options) {
    this.#options = options;
  }

  take(member: Member, room: Room, knocking: Knocking, admitted: Admitted): void {
    const seat: Seat = {
      room,
      knocking,
      admitted,
      unwatch: () => undefined,
      rechecking: false,
      again: false,
    };
    this.#seats.set(member, seat);
    this.#watch(member, seat, admitted);
  }

  leave(member: Member): void {
    const seat = this.#seats.get(member);
    this.#seats.delete(member);
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

  /** Asks again who these are and what they may do. */
  recheck(concerns: (admitted: Admitted) => boolean): void {
    for (const [member, seat] of this.#seats) if (concerns(seat.admitted)) void this.#recheck(member, seat);
  }

  #watch(member: Member, seat: Seat, { standing }: Admitted): void {
    seat.unwatch();
    seat.unwatch = standing
      ? this.#options.access.watch(standing, () => void this.#recheck(member, seat))
      : () => undefined;
  }

  async #recheck(member: Member, seat: Seat): Promise<void> {
    if (seat.rechecking) {
      seat.again = true;
      return;
    }
    seat.rechecking = true;
    try {
      do {
        seat.again = false;
        const answer = await this.#options.knock(seat.knocking);
        if (!this.#seats.has(member)) return;
        this.#hold(member, seat, answer);
      } while (seat.again);
    } catch (error) {
      this.#options.onError(error);
      this.#options.time.after(this.#options.pace.follow, () => {
        if (this.#seats.has(member)) void this.#recheck(member, seat);
      });
    } finally {
      seat.rechecking = false;
    }
  }

  #hold(member: Member, seat: Seat, answer: Admitted | Refused): void {
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
