import type { Entry, LoadedRoom, RoomKey, RoomLog } from "../log/room-log.ts";
import type { Pace, Time } from "./limits.ts";

interface Options {
  readonly log: RoomLog;
  readonly time: Time;
  readonly pace: Pick<Pace, "loading" | "retry">;
  readonly unstored: () => readonly Entry[];
  readonly isWanted: () => boolean;
  /** Throws where what was loaded is no room; then it is loaded again. */
  readonly open: (loaded: LoadedRoom, unstored: readonly Entry[]) => void;
  readonly gone: () => void;
  /** It takes longer than those should wait who are there. */
  readonly late: () => void;
  readonly failed: (error: unknown) => void;
}

/** Loads a room, again and again until it succeeds or is not wanted any more. Nothing less than the whole of it is opened. */
export async function loadPatiently(key: RoomKey, options: Options): Promise<void> {
  const { log, time, pace, isWanted } = options;
  const startedAt = time.now();
  for (let failures = 0; isWanted(); failures++) {
    // First what is not stored: what is stored meanwhile is then in both.
    const unstored = [...options.unstored()];
    try {
      const loaded = await log.load(key);
      if (!isWanted()) return;
      return loaded ? options.open(loaded, unstored) : options.gone();
    } catch (error) {
      if (time.now() - startedAt > pace.loading) options.late();
      options.failed(error);
    }
    const [least, most] = pace.retry;
    await new Promise<void>((done) => void time.after(Math.min(most, least * 2 ** failures), done));
  }
}
