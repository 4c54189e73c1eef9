import * as Y from "yjs";
import { type HttpLine, HttpRefusal } from "./http-line.ts";
import type { Marks } from "./marks.ts";
import type { EndReason } from "./room-state.ts";

interface Options {
  readonly doc: Y.Doc;
  readonly http: HttpLine;
  readonly marks: Marks;
  /** What is said to have made the changes that come from the server. */
  readonly origin: () => unknown;
  /** Whether it goes on: the page is there, and the room has not ended. */
  readonly isWanted: () => boolean;
  readonly pollEvery: number;
  readonly onEnd: (why: EndReason) => void;
}

interface Polling {
  /** Whether a socket has got through, so that polling is over. */
  readonly isOver: () => boolean;
  /** Whether both sides have the same now. */
  readonly onTurn: (synced: boolean) => void;
}

const slowest = 10_000; // between two attempts

/** What goes between a page and a room over HTTP: what is too large for a socket, and everything where none gets through. */
export class HttpExchange {
  readonly #options: Options;
  #polling: ReturnType<typeof setTimeout> | null = null;
  /** What the server has by HTTP. */
  #given: Uint8Array | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Fetches all that is lacking here; false where it did not come. */
  async pull(): Promise<boolean> {
    const { doc, http, origin } = this.#options;
    try {
      Y.applyUpdate(doc, await http.pull(Y.encodeStateVector(doc)), origin());
      return true;
    } catch (error) {
      this.#endFor(error);
      return false;
    }
  }

  /** Gives one change; tried again until it is stored. */
  async push(update: Uint8Array): Promise<void> {
    const { http, isWanted } = this.#options;
    for (let failures = 0; isWanted(); failures++) {
      try {
        return await http.push(update);
      } catch (error) {
        if (this.#endFor(error)) return;
        await pause(Math.min(slowest, 200 * 2 ** failures) * (0.5 + Math.random() / 2));
      }
    }
  }

  /** Gives and takes every now and then. */
  poll(polling: Polling): void {
    const turn = async () => {
      if (!this.#options.isWanted() || polling.isOver()) {
        this.#polling = null;
        return;
      }
      try {
        await this.#exchange();
        polling.onTurn(true);
      } catch (error) {
        if (this.#endFor(error)) return;
        polling.onTurn(false);
      }
      this.#polling = setTimeout(() => void turn(), this.#options.pollEvery);
    };
    this.#polling ??= setTimeout(() => void turn(), 0);
  }

  async #exchange(): Promise<void> {
    const { doc, http, marks, origin } = this.#options;
    const { changes } = marks;
    if (marks.unsaved) {
      const vector = Y.encodeStateVector(doc);
      await http.push(Y.encodeStateAsUpdate(doc, this.#given));
      this.#given = vector;
      marks.storedUpTo(changes);
    }
    Y.applyUpdate(doc, await http.pull(Y.encodeStateVector(doc)), origin());
  }

  #endFor(error: unknown): boolean {
    const why = error instanceof HttpRefusal ? error.ended : null;
    if (why) this.#options.onEnd(why);
    return why !== null;
  }

  stop(): void {
    if (this.#polling) clearTimeout(this.#polling);
    this.#polling = null;
  }
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
