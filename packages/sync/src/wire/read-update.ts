import * as Y from "yjs";

/** An update whose every part was decoded: it can be applied as soon as what it builds on is there. */
export interface ReadUpdate {
  readonly update: Uint8Array;
  /** By client: the clock at which this update goes on, and the one that it reaches. */
  readonly ranges: ReadonlyMap<number, readonly [from: number, to: number]>;
  /** By client: the clock that must be there already, or come with this update. */
  readonly needs: ReadonlyMap<number, number>;
  /** By client: the clock that must be there already, since this update leaves out what is before. */
  readonly gaps: ReadonlyMap<number, number>;
}

export class MalformedUpdate extends Error {}

const maxClock = 2 ** 48; // far beyond any document, and far from where numbers lose digits

/** Decodes the whole of an update; throws MalformedUpdate where any part of it is not one, or it holds documents in documents. */
export function readUpdate(update: Uint8Array): ReadUpdate {
  const { structs, ds } = decode(update);
  const ranges = new Map<number, readonly [number, number]>();
  const needs = new Map<number, number>();
  const gaps = new Map<number, number>();
  const need = (id: Y.ID | null | undefined) => {
    if (id) needs.set(id.client, Math.max(needs.get(id.client) ?? 0, id.clock + 1));
  };
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    const range = ranges.get(client);
    requireSound(struct, range);
    if (struct instanceof Y.Skip) gaps.set(client, end);
    ranges.set(client, [range?.[0] ?? clock, end]);
    if (struct instanceof Y.Item) for (const id of restsOn(struct)) need(id);
  }
  for (const [client, deleted] of ds.clients)
    for (const { clock, len } of deleted) {
      if (clock + len > maxClock) throw new MalformedUpdate("clocks beyond measure");
      need({ client, clock: clock + len - 1 });
    }
  return { update, ranges, needs, gaps };
}

function requireSound({ id, length }: Y.Item | Y.GC | Y.Skip, range: readonly [number, number] | undefined): void {
  if (!(length > 0) || id.clock + length > maxClock) throw new MalformedUpdate("clocks beyond measure");
  if (range && range[1] !== id.clock) throw new MalformedUpdate("a gap that is not said to be one");
}

function restsOn({ content, origin, rightOrigin, parent }: Y.Item): readonly (Y.ID | null)[] {
  if (content instanceof Y.ContentDoc) throw new MalformedUpdate("a document in a document");
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null];
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch (error) {
    throw new MalformedUpdate("not an update", { cause: error });
  }
}

/** Whether all that the update builds on is in `doc` or in itself. One that is not is kept until the rest has come. */
export function isComplete(doc: Y.Doc, { ranges, needs, gaps }: ReadUpdate): boolean {
  for (const [client, [from]] of ranges) if (from > Y.getState(doc.store, client)) return false;
  for (const [client, clock] of gaps) if (clock > Y.getState(doc.store, client)) return false;
  for (const [client, clock] of needs) {
    const reaches = Math.max(Y.getState(doc.store, client), ranges.get(client)?.[1] ?? 0);
    if (clock > reaches) return false;
  }
  return true;
}
