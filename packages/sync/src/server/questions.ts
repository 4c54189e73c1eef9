import type { Time } from "../rooms/limits.ts";

interface Options<Subject> {
  readonly ask: (about: Subject) => Promise<void>;
  /** How many at once, so that those who come are not kept waiting by those who are there. */
  readonly atOnce: number;
  /** Milliseconds to wait after one that failed. */
  readonly pause: number;
  readonly time: Time;
  readonly onError: (error: unknown) => void;
}

/**
 * Questions to the database about many, a few at a time, the urgent ones first. One that fails is asked again, and none
 * is asked twice at once: what changed while it was asked is asked anew, so that an old answer never comes last.
 */
export class Questions<Subject> {
  readonly #options: Options<Subject>;
  readonly #urgent = new Set<Subject>();
  readonly #others = new Set<Subject>();
  readonly #asking = new Set<Subject>();
  #resting = false;

  constructor(options: Options<Subject>) {
    this.#options = options;
  }

  soon(about: Subject): void {
    this.#urgent.add(about);
    this.#others.delete(about);
    this.#askOn();
  }

  sometime(about: Subject): void {
    if (!this.#urgent.has(about)) this.#others.add(about);
    this.#askOn();
  }

  forget(about: Subject): void {
    this.#urgent.delete(about);
    this.#others.delete(about);
  }

  #askOn(): void {
    while (!this.#resting && this.#asking.size < this.#options.atOnce) {
      const next = this.#next(this.#urgent) ?? this.#next(this.#others);
      if (next === undefined) return;
      void this.#ask(next);
    }
  }

  #next(waiting: Set<Subject>): Subject | undefined {
    for (const about of waiting) {
      if (this.#asking.has(about)) continue;
      waiting.delete(about);
      return about;
    }
    return undefined;
  }

  async #ask(about: Subject): Promise<void> {
    const { ask, onError } = this.#options;
    this.#asking.add(about);
    try {
      await ask(about);
    } catch (error) {
      // Behind all others, so that one that always fails keeps nobody waiting.
      if (!this.#urgent.has(about)) this.#others.add(about);
      this.#rest();
      onError(error);
    } finally {
      this.#asking.delete(about);
    }
    this.#askOn();
  }

  #rest(): void {
    if (this.#resting) return;
    this.#resting = true;
    this.#options.time.after(this.#options.pause, () => {
      this.#resting = false;
      this.#askOn();
    });
  }
}
