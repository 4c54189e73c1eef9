import { markIn, type Party, reached } from "./party.ts";
import type { Visitor } from "./visitor.ts";

export interface Delays {
  /** Milliseconds from a letter to each of those who read it. */
  readonly delivery: readonly number[];
  /** From a letter to the word that it is stored. */
  readonly stored: readonly number[];
}

interface Options {
  /** Letters of all writers together. */
  readonly perSecond: number;
  readonly seconds: number;
  readonly stores: boolean;
  /** How often everybody in the room says where they are; 0 for never. */
  readonly presencePerSecond?: number;
}

/** Writers type at an even pace, whatever the server does; every reader's delay counts. */
export async function runOpen(parties: readonly Party[], options: Options): Promise<Delays> {
  const delays = { delivery: [] as number[], stored: [] as number[] };
  const sentAt = new Map<number, number[]>();
  const writers = parties.flatMap((party) => party.writers);
  for (const writer of writers) {
    const times: number[] = [];
    sentAt.set(writer.client, times);
    writer.hear = (heard) => {
      if (heard.type !== "stored") return;
      const at = times[markIn(heard) - 1];
      if (at !== undefined) delays.stored.push(performance.now() - at);
    };
  }
  for (const reader of parties.flatMap(({ readers }) => readers))
    timeWhatArrives(reader, sentAt, (milliseconds) => delays.delivery.push(milliseconds));
  const stopPresence = showPresence(parties, options.presencePerSecond ?? 0);
  await typeEvenly(writers, options, (writer) => {
    const times = sentAt.get(writer.client);
    if (times) times[writer.clock] = performance.now();
    writer.type(1, { mark: options.stores });
  });
  stopPresence();
  await new Promise((later) => setTimeout(later, 1_000));
  return delays;
}

function timeWhatArrives(
  reader: Visitor,
  sentAt: ReadonlyMap<number, readonly number[]>,
  note: (milliseconds: number) => void,
): void {
  const seen = new Map<number, number>();
  reader.hear = ({ type, content }) => {
    if (type !== "update") return;
    const now = performance.now();
    for (const [client, to] of reached(content)) {
      const since = seen.get(client) ?? 0;
      for (const at of sentAt.get(client)?.slice(since, to) ?? []) if (at !== undefined) note(now - at);
      seen.set(client, Math.max(to, since));
    }
  };
}

async function typeEvenly(
  writers: readonly Visitor[],
  { perSecond, seconds }: Options,
  type: (writer: Visitor) => void,
): Promise<void> {
  const startedAt = performance.now();
  for (let typed = 0; typed < perSecond * seconds; ) {
    const due = Math.min(perSecond * seconds, ((performance.now() - startedAt) / 1_000) * perSecond);
    for (; typed < due; typed++) {
      const writer = writers[typed % writers.length];
      if (writer) type(writer);
    }
    await new Promise((later) => setTimeout(later, 1));
  }
}

function showPresence(parties: readonly Party[], perSecond: number): () => void {
  if (perSecond === 0) return () => undefined;
  const all = parties.flatMap(({ writers, readers }) => [...writers, ...readers]);
  let [shown, clock] = [0, 1];
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1_000) * perSecond * all.length;
    for (; shown < due; shown++) {
      if (shown % all.length === 0) clock += 1;
      all[shown % all.length]?.show(clock, JSON.stringify({ cursor: { anchor: shown, head: shown } }));
    }
  }, 10);
  return () => clearInterval(timer);
}
