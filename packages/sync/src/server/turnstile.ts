/** Lets so many of each in at once. */
export class Turnstile {
  readonly #inside = new Map<string, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Does `work`, or returns null where too many of the same are at it. */
  async pass<Result>(who: string, work: () => Promise<Result>): Promise<Result | null> {
    const inside = this.#inside.get(who) ?? 0;
    if (inside >= this.#most) return null;
    this.#inside.set(who, inside + 1);
    try {
      return await work();
    } finally {
      const left = (this.#inside.get(who) ?? 1) - 1;
      if (left > 0) this.#inside.set(who, left);
      else this.#inside.delete(who);
    }
  }
}
