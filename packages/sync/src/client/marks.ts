/**
 * What of this page's changes is stored. A mark follows the changes that it covers and comes back once they are stored;
 * before the server's first question on a connection is answered, no mark covers what was changed without one.
 */
export class Marks {
  #changes = 0;
  #stored = 0;
  #mark = 0;
  #answered = false;
  readonly #covers = new Map<number, number>();

  changed(): void {
    this.#changes += 1;
  }

  get unsaved(): boolean {
    return this.#stored < this.#changes;
  }

  connected(): void {
    this.#answered = false;
    this.#covers.clear();
  }

  /** All that is here has been given to the server on this connection. */
  answered(): void {
    this.#answered = true;
  }

  /** The number to send after what was sent. */
  next(): number {
    this.#mark += 1;
    if (this.#answered) this.#covers.set(this.#mark, this.#changes);
    return this.#mark;
  }

  returned(mark: number): void {
    for (const [sent, covers] of this.#covers) {
      if (sent > mark) return;
      this.#covers.delete(sent);
      this.#stored = Math.max(this.#stored, covers);
    }
  }

  /** Everything up to `changes` was stored another way. */
  storedUpTo(changes: number): void {
    this.#stored = Math.max(this.#stored, changes);
  }

  get changes(): number {
    return this.#changes;
  }
}
