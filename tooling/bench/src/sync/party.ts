import { decoding } from "lib0";
import * as Y from "yjs";
import type { Heard } from "./dialect.ts";
import { type Target, Visitor } from "./visitor.ts";

/** Who is in one room: writers, and readers of whom the first counts what arrives. */
export interface Party {
  readonly writers: readonly Visitor[];
  readonly readers: readonly Visitor[];
  /** By reader: the last updates it was sent, in which the newest of every writer is. */
  readonly lately: Map<Visitor, Uint8Array[]>;
}

interface Shape {
  readonly rooms: readonly string[];
  readonly writers: number;
  readonly readers: number;
}

const atOnce = 40;
const kept = 600;

export async function gather(target: Target, { rooms, writers, readers }: Shape): Promise<Party[]> {
  const parties = rooms.map((room): Party => {
    const some = (count: number) => Array.from({ length: count }, () => new Visitor(target, room));
    return { writers: some(writers), readers: some(readers), lately: new Map() };
  });
  await enterAll(parties.flatMap((party) => [...party.writers, ...party.readers]));
  for (const { readers, lately } of parties)
    for (const reader of readers) {
      const updates: Uint8Array[] = [];
      lately.set(reader, updates);
      reader.hear = ({ type, content }) => {
        if (type !== "update") return;
        updates.push(content);
        if (updates.length > kept * 2) updates.splice(0, kept);
      };
    }
  return parties;
}

async function enterAll(visitors: readonly Visitor[]): Promise<void> {
  const waiting = [...visitors];
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next.enter();
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** By client: how many of its letters an update reaches to. */
export function reached(content: Uint8Array): ReadonlyMap<number, number> {
  return Y.parseUpdateMeta(Uint8Array.from(content)).to;
}

/** Whether every reader was sent all that was typed. */
export function allArrived({ writers, readers, lately }: Party): boolean {
  return readers.every((reader) => {
    const open = new Map(writers.map(({ client, clock }) => [client, clock]));
    for (const update of (lately.get(reader) ?? []).toReversed()) {
      for (const [client, to] of reached(update))
        if (to >= (open.get(client) ?? Number.POSITIVE_INFINITY)) open.delete(client);
      if (open.size === 0) return true;
    }
    return writers.every(({ client, clock }) => clock === 0 || !open.has(client));
  });
}

/** The number in a mark that came back. */
export function markIn({ content }: Heard): number {
  return decoding.readVarUint(decoding.createDecoder(content));
}
