/** What an open editor lets the conversation beside it do. */
export interface EditorHand {
  /** Holds on to the words that are chosen, wherever they go from then on; null where none are. */
  hold(): string | null;
  drop(): void;
  /** Where the words are that are held, as the house finds them again; null once they are gone. */
  places(): Promise<{ readonly from: string; readonly to: string } | null>;
  /** Puts the caret into the words of a thread. */
  enter(threadId: string): void;
}

/**
 * Where the threads of a document stand on this page: known to the editor and to what is said beside it. Touches marks
 * where they stand, so that nothing is looked for with each letter.
 */
export class ThreadAnchors {
  hand: EditorHand | null = null;
  readonly #places = new Map<string, Set<HTMLElement>>();
  readonly #seen = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #open: ReadonlySet<string> = new Set();
  #known: ReadonlySet<string> = new Set();
  #now: string | null = null;
  #telling = false;

  add(threadId: string, place: HTMLElement): void {
    const places = this.#places.get(threadId) ?? new Set();
    this.#places.set(threadId, places.add(place));
    this.#seen.add(threadId);
    this.#dress(threadId, place);
    this.#tell();
  }

  remove(threadId: string, place: HTMLElement): void {
    this.#places.get(threadId)?.delete(place);
    if (this.#places.get(threadId)?.size === 0) this.#places.delete(threadId);
    this.#tell();
  }

  /** Which threads there are, which of them are open, and which is looked at. */
  show({ known, open, now }: { known: Iterable<string>; open: Iterable<string>; now: string | null }): void {
    this.#known = new Set(known);
    this.#open = new Set(open);
    this.#now = now;
    for (const [threadId, places] of this.#places) for (const place of places) this.#dress(threadId, place);
  }

  isKnown(threadId: string): boolean {
    return this.#known.has(threadId);
  }

  /** Whether its words stood on this page once: what has not come yet is not lost. */
  wasHere(threadId: string): boolean {
    return this.#seen.has(threadId);
  }

  /** Those that stand in the text, in the order in which it is read. */
  order(): readonly string[] {
    const firsts = [...this.#places].flatMap(([threadId, places]) => {
      const [first] = [...places].sort(byPlace);
      return first ? [{ threadId, first }] : [];
    });
    return firsts.sort((one, other) => byPlace(one.first, other.first)).map(({ threadId }) => threadId);
  }

  /** Brings the words of a thread into sight. */
  reveal(threadId: string): boolean {
    const [first] = [...(this.#places.get(threadId) ?? [])].sort(byPlace);
    // On a phone the threads lie over the lower part of the page.
    const block = matchMedia("(width < 80rem)").matches ? "start" : "center";
    first?.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
    return first !== undefined;
  }

  subscribe(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }

  #dress(threadId: string, place: HTMLElement): void {
    place.toggleAttribute("data-open", this.#open.has(threadId) || threadId === this.#now);
    place.toggleAttribute("data-now", threadId === this.#now);
  }

  /** Once for all that a change draws anew. */
  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    queueMicrotask(() => {
      this.#telling = false;
      for (const tell of this.#listeners) tell();
    });
  }
}

function byPlace(one: Node, other: Node): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
