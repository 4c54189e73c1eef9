import type { Pace, Time } from "./limits.ts";

const atOnce = 4; // changes that may go out each for itself after a while of quiet
const ease = 3; // times as long as telling a change takes, a room rests from it
const longest = 40;

/**
 * When a room tells what has come. After quiet at once, a few times in a row; where changes come without a pause, so far
 * apart that many go together; and where there are many to tell, the farther apart the longer that takes.
 */
export class Gather {
  readonly #time: Time;
  readonly #pace: Pick<Pace, "gather">;
  #begunAt = Number.NEGATIVE_INFINITY;
  #took = 0;
  #credit = atOnce;

  constructor({ time, pace }: { time: Time; pace: Pick<Pace, "gather"> }) {
    this.#time = time;
    this.#pace = pace;
  }

  /** Milliseconds until the next may go out. */
  wait(): number {
    const since = this.#time.now() - this.#begunAt;
    const { gather } = this.#pace;
    const apart = Math.min(longest, this.#took * (1 + ease));
    if (apart <= gather && this.#creditAfter(since) >= 1) return 0;
    return Math.max(0, Math.max(gather, apart) - since);
  }

  begun(): void {
    const now = this.#time.now();
    const since = now - this.#begunAt;
    const early = since < this.#pace.gather;
    this.#credit = this.#creditAfter(since) - (early ? 1 : 0);
    this.#begunAt = now;
  }

  told(): void {
    this.#took = this.#time.now() - this.#begunAt;
  }

  #creditAfter(since: number): number {
    return Math.min(atOnce, this.#credit + since / (5 * Math.max(1, this.#pace.gather)));
  }
}
