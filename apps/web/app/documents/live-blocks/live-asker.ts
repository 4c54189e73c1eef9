import { type LiveAnswer, type LiveAnswers, type LiveQuestion, liveKey } from "@guildhall/work/schemas";

interface Asking {
  /** Asks for these at once; null where whoever asks is not let in any more. Throws where nobody answers. */
  readonly ask: (questions: readonly LiveQuestion[]) => Promise<LiveAnswers | null>;
  readonly onAnswers: (answers: LiveAnswers) => void;
  readonly atOnce: number;
}

const soon = 150;
const calm = 1_000;
const mostPatient = 60_000;

/**
 * Asks for live blocks: all that is wanted within a moment with one request, a few at a time, never two requests at
 * once. However much happens in the hall, a page asks about once a second.
 */
export class LiveAsker {
  readonly #asking: Asking;
  readonly #wanted = new Map<string, LiveQuestion>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isUnderWay = false;
  #notBefore = 0;
  #failures = 0;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  want(question: LiveQuestion): void {
    this.#wanted.set(liveKey(question), question);
    this.#plan();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#wanted.clear();
  }

  #plan(): void {
    if (this.#timer || this.#isUnderWay || this.#wanted.size === 0) return;
    this.#timer = setTimeout(() => void this.#ask(), Math.max(soon, this.#notBefore - Date.now()));
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const some = [...this.#wanted].slice(0, this.#asking.atOnce);
    for (const [key] of some) this.#wanted.delete(key);
    this.#isUnderWay = true;
    try {
      const answers = await this.#asking.ask(some.map(([, question]) => question));
      this.#failures = 0;
      this.#asking.onAnswers(answers ?? closed(some));
      this.#again(some.filter(([key]) => answers?.[key]?.is === "later"));
    } catch {
      this.#failures += 1;
      this.#again(some);
    } finally {
      this.#isUnderWay = false;
      this.#notBefore = Date.now() + Math.min(mostPatient, calm * 2 ** this.#failures);
      this.#plan();
    }
  }

  /** What was wanted anew meanwhile stays as it was wanted last. */
  #again(some: readonly (readonly [string, LiveQuestion])[]): void {
    for (const [key, question] of some) if (!this.#wanted.has(key)) this.#wanted.set(key, question);
  }
}

function closed(some: readonly (readonly [string, LiveQuestion])[]): LiveAnswers {
  return Object.fromEntries(some.map(([key]): [string, LiveAnswer] => [key, { is: "closed" }]));
}
