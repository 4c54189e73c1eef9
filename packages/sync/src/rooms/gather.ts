import type { Pace, Time } from "./limits.ts";

const atOnce = 4; // changes that may go out each for itself after a while of quiet
const ease = 6; // times as long as telling one change alone takes, a room rests from it
const longest = 40;

/**
 * When a room tells what has come. After quiet at once, a few times in a row; where changes come without a pause, so far
 * apart that some go together. Where telling takes long, since there are many to tell, it is done the less often the
 * fewer changes it tells.
 */
export class Gather {
  readonly #time: Time;
  readonly #pace: Pick<Pace, "gather">;
  #begunAt = Number.NEGATIVE_INFINITY;
  /** From the beginning of the last until the next is worth its while. */
  #apart = 0;
  #credit = atOnce;

  constructor({ time, pace }: { time: Time; pace: Pick<Pace, "gather"> }) {
    this.#time = time;
    this.#pace = pace;
  }

  /** Milliseconds until the next may go out. */
  wait(): number {
    const since = this.#time.now() - this.#begunAt;
    const { gather } = this.#pace;
    if (this.#apart <= gather && this.#creditAfter(since) >= 1) return 0;
    return Math.max(0, Math.max(gather, this.#apart) - since);
  }

  begun(): void {
    const now = this.#time.now();
    const since = now - this.#begunAt;
    this.#credit = this.#creditAfter(since) - (since < this.#pace.gather ? 1 : 0);
    this.#begunAt = now;
  }

  /** So many changes were told. */
  told(count: number): void {
    const took = this.#time.now() - this.#begunAt;
    this.#apart = Math.min(longest, took * (1 + ease / Math.max(1, count)));
  }

  #creditAfter(since: number): number {
    return Math.min(atOnce, this.#credit + since / (5 * Math.max(1, this.#pace.gather)));
  }
}
