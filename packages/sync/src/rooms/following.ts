import type { RoomKey, RoomLog } from "../log/room-log.ts";

interface Options {
  readonly key: RoomKey;
  readonly log: RoomLog;
  readonly onError: (error: unknown) => void;
  /** Up to where the room has everything; null while it is not whole. */
  readonly reached: () => number | null;
  /** Everything up to `seq` that was not there. */
  readonly learn: (updates: readonly Uint8Array[], seq: number) => void;
}

/** Reads in the log what others stored, once at a time. */
export class Following {
  readonly #options: Options;
  #reading: Promise<void> | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  get isReading(): boolean {
    return this.#reading !== null;
  }

  catchUp(): void {
    if (this.#options.reached() === null) return;
    this.#reading ??= this.#read()
      .catch(this.#options.onError)
      .finally(() => {
        this.#reading = null;
      });
  }

  async #read(): Promise<void> {
    const { key, log, reached, learn } = this.#options;
    const from = reached() ?? 0;
    const rows = await log.since(key, from);
    const [first, last] = [rows[0], rows.at(-1)];
    if (reached() === null || !first || !last) return;
    if (first.seq === from + 1)
      return learn(
        rows.map(({ update }) => update),
        last.seq,
      );
    // Part of it has been archived meanwhile: the whole of it holds that too.
    const loaded = await log.load(key);
    if (loaded && reached() !== null)
      learn([...(loaded.snapshot ? [loaded.snapshot] : []), ...loaded.tail], loaded.headSeq);
  }
}
