import { allArrived, markIn, type Party, reached } from "./party.ts";
import type { Visitor } from "./visitor.ts";

export interface Throughput {
  readonly updates: number;
  /** Until the last reader had the last update and, where the server says so, all of it was stored. */
  readonly milliseconds: number;
}

interface Options {
  readonly window: number;
  readonly seconds: number;
  readonly stores: boolean;
}

/** Every writer keeps `window` letters on their way to the first reader of its room, as fast as the server lets it. */
export async function runClosed(parties: readonly Party[], options: Options): Promise<Throughput> {
  const startedAt = performance.now();
  let going = true;
  let updates = 0;
  const write = (writer: Visitor, count: number) => {
    updates += count;
    writer.type(count);
  };
  for (const party of parties) {
    const counted = new Map(party.writers.map((writer) => [writer.client, { writer, to: writer.clock }]));
    const [first] = party.readers;
    if (!first) throw new Error("Nobody reads.");
    const keep = first.hear;
    first.hear = (heard) => {
      keep(heard);
      if (heard.type !== "update") return;
      for (const [client, to] of reached(heard.content)) {
        const seen = counted.get(client);
        if (!seen || to <= seen.to) continue;
        const came = to - seen.to;
        seen.to = to;
        if (going) write(seen.writer, came);
      }
    };
    for (const writer of party.writers) write(writer, options.window);
  }
  await new Promise((over) => setTimeout(over, options.seconds * 1_000));
  going = false;
  await settle(parties, options.stores);
  return { updates, milliseconds: performance.now() - startedAt };
}

const patience = 15_000;

async function settle(parties: readonly Party[], stores: boolean): Promise<void> {
  const until = performance.now() + patience;
  const stored = stores ? parties.flatMap(({ writers }) => writers.map(whenStored)) : [];
  while (!parties.every(allArrived)) {
    if (performance.now() > until) throw new Error("Not all that was written arrived.");
    await new Promise((later) => setTimeout(later, 10));
  }
  await Promise.all(stored);
}

function whenStored(writer: Visitor): Promise<void> {
  return new Promise((done) => {
    writer.hear = (heard) => {
      if (heard.type === "stored" && markIn(heard) === writer.clock) done();
    };
    writer.type(0, { mark: true });
  });
}
