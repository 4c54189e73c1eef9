import { randomInt } from "node:crypto";
import { type Dialect, dialectOf, type Heard, letter, type ServerName } from "./dialect.ts";
import { openRawLine, type RawLine } from "./raw-line.ts";

/** Where a server is, and as whom it is entered. */
export interface Target {
  readonly server: ServerName;
  readonly url: string;
  readonly cookie: string;
}

/** One socket in a room. */
export class Visitor {
  readonly client = randomInt(1, 2 ** 31);
  readonly #dialect: Dialect;
  readonly #target: Target;
  readonly #room: string;
  #line: RawLine | null = null;
  #clock = 0;
  /** Takes every message but the questions of the server, which are answered here. */
  hear: (heard: Heard) => void = () => undefined;

  constructor(target: Target, room: string) {
    this.#target = target;
    this.#room = room;
    this.#dialect = dialectOf(target.server, room);
  }

  /** Resolves once all that is in the room has come. */
  async enter(): Promise<void> {
    const { server, url, cookie } = this.#target;
    const path = server === "ours" ? `/sync/${this.#room}` : `/${this.#room}`;
    const synced = Promise.withResolvers<void>();
    const line = await openRawLine({
      url: new URL(url + path),
      cookie: server === "ours" ? cookie : undefined,
      hear: (bytes) => {
        const heard = this.#dialect.read(bytes);
        if (heard.type === "ask") this.#line?.send([this.#dialect.nothingMore()]);
        else if (heard.type === "answer") synced.resolve();
        else this.hear(heard);
      },
    });
    this.#line = line;
    line.send([...this.#dialect.greeting(), ...(server === "ours" ? [this.#dialect.nothingMore()] : [])]);
    await synced.promise;
  }

  /** How many letters it has typed. */
  get clock(): number {
    return this.#clock;
  }

  /** Types so many letters, each an update of its own. */
  type(count: number, { mark = false } = {}): void {
    const messages: Uint8Array[] = [];
    for (let n = 0; n < count; n++) messages.push(this.#dialect.update(letter(this.client, this.#clock++)));
    if (mark) messages.push(this.#dialect.mark(this.#clock));
    this.#line?.send(messages);
  }

  show(clock: number, state: string): void {
    this.#line?.send([this.#dialect.presence(this.client, clock, state)]);
  }

  leave(): void {
    this.#line?.close();
  }
}
