import type { Run } from "./part.ts";

/** Reads runs letter by letter, so many at once. */
export class Reader {
  readonly #runs: readonly Run[];
  #run = 0;
  #at = 0;

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  take(length: number): Run[] {
    const taken: Run[] = [];
    for (let left = length; left > 0; ) {
      const run = this.#runs[this.#run];
      if (!run) return taken;
      const to = Math.min(run.text.length, this.#at + left);
      taken.push(partOf(run, this.#at, to));
      left -= to - this.#at;
      if (to === run.text.length) {
        this.#run += 1;
        this.#at = 0;
      } else this.#at = to;
    }
    return taken;
  }
}

/** The letters of a run from one place to another. */
export function partOf(run: Run, from: number, to: number): Run {
  return from === 0 && to === run.text.length
    ? run
    : { ...run, text: run.text.slice(from, to), clock: run.clock + from };
}
