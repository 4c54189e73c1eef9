import { type Counter, Gauge, Histogram, Counter as PromCounter, type Registry } from "prom-client";
import { z } from "zod";

export const figuresSchema = z.object({
  rooms: z.number(),
  sockets: z.number(),
  /** Changes that wait to be stored. */
  unstored: z.number(),
  /** Bytes that wait for readers. */
  backlog: z.number(),
  storing: z.boolean(),
  /** Milliseconds of the last thousand commits. */
  commitMedian: z.number(),
  commitP99: z.number(),
  /** Since the node began. */
  updates: z.number(),
  commits: z.number(),
});
export type SyncFigures = z.infer<typeof figuresSchema>;

/** The last thousand commits, and how many there were in all. */
export class CommitFigures {
  readonly #last: number[] = [];
  #next = 0;
  updates = 0;
  commits = 0;
  onCommit: (milliseconds: number) => void = () => undefined;

  add(milliseconds: number, entries: number): void {
    this.#last[this.#next++ % 1_000] = milliseconds;
    this.updates += entries;
    this.commits += 1;
    this.onCommit(milliseconds);
  }

  quantile(q: number): number {
    const sorted = [...this.#last].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
  }
}

/** What a node tells monitoring; no room's name or content is in it. */
export function registerSyncMetrics(
  registry: Registry,
  node: {
    figures(): SyncFigures;
    roomBytes(): readonly number[];
    onCommit(tell: (milliseconds: number) => void): void;
  },
): void {
  const gauge = (name: string, help: string, read: (figures: SyncFigures) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read(node.figures()));
      },
    });
  gauge("sync_rooms", "Rooms in memory", ({ rooms }) => rooms);
  gauge("sync_sockets", "Open sockets", ({ sockets }) => sockets);
  gauge("sync_unstored_updates", "Changes that wait to be stored", ({ unstored }) => unstored);
  gauge("sync_backlog_bytes", "Bytes that wait for readers", ({ backlog }) => backlog);
  gauge("sync_storing", "1 while changes can be stored", ({ storing }) => (storing ? 1 : 0));
  const stored: Counter = new PromCounter({
    name: "sync_commits_total",
    help: "Transactions that stored changes",
    registers: [registry],
  });
  const latency = new Histogram({
    name: "sync_commit_seconds",
    help: "From sending a group of changes to PostgreSQL until it was on disk",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  node.onCommit((milliseconds) => {
    stored.inc();
    latency.observe(milliseconds / 1_000);
  });
  const sizes = [4_096, 65_536, 1_048_576, 16_777_216, Number.POSITIVE_INFINITY];
  new Gauge({
    name: "sync_room_bytes",
    help: "Rooms in memory by the bytes of their changes, cumulative",
    labelNames: ["le"],
    registers: [registry],
    collect() {
      const all = node.roomBytes();
      for (const size of sizes)
        this.set({ le: Number.isFinite(size) ? String(size) : "+Inf" }, all.filter((bytes) => bytes <= size).length);
    },
  });
}
