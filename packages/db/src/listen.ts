import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export interface Listening {
  close(): Promise<void>;
}

interface Options {
  url: string;
  channels: readonly string[];
  onNotice: (channel: string, payload: string) => void;
  /** Called at the start and after every gap in which notices may have been missed. */
  onConnected?: () => void;
  onError?: (error: Error) => void;
}

/** LISTENs on a connection of its own, and again on a new one whenever that is cut. Notices are hints: some get lost. */
export function listen({
  url,
  channels,
  onNotice,
  onConnected = () => undefined,
  onError = () => undefined,
}: Options): Listening {
  const closing = new AbortController();
  const closed = new Promise<void>((done) => closing.signal.addEventListener("abort", () => done(), { once: true }));

  const session = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    const cut = new Promise<void>((done) => client.once("end", () => done()));
    client.on("error", onError);
    client.on("notification", ({ channel, payload }) => onNotice(channel, payload ?? ""));
    try {
      await Promise.race([client.connect(), closed]);
      if (closing.signal.aborted) return;
      for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      onConnected();
      await Promise.race([cut, closed]);
    } finally {
      // Not waited for: a client that is closed while it connects never says that it has ended.
      client.end().catch(() => undefined);
    }
    await Promise.race([cut, pause(1_000, undefined, { ref: false })]);
  };

  const running = (async () => {
    for (let failures = 0; !closing.signal.aborted; ) {
      const startedAt = Date.now();
      await session().catch(onError);
      failures = Date.now() - startedAt > 10_000 ? 0 : failures + 1;
      await pause(Math.min(50 * 2 ** failures, 5_000), undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();

  return {
    close: async () => {
      closing.abort();
      await running;
    },
  };
}
