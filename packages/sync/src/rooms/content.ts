import * as Y from "yjs";
import type { Entry, LoadedRoom } from "../log/room-log.ts";
import { MalformedFrame } from "../wire/frames.ts";

/** What the log holds cannot be put together. */
class UnreadableRoom extends Error {}

/** The content of a room: the whole log, and what was accepted and is not in it yet. */
export function loadContent({ snapshot, tail }: LoadedRoom, unstored: readonly Entry[]): Y.Doc {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      if (snapshot) Y.applyUpdate(doc, snapshot);
      for (const update of tail) Y.applyUpdate(doc, update);
      for (const { update } of unstored) Y.applyUpdate(doc, update);
    });
  } catch (error) {
    throw new UnreadableRoom("The log of a room cannot be put together.", { cause: error });
  }
  if (doc.store.pendingStructs || doc.store.pendingDs)
    throw new UnreadableRoom("The log of a room builds on what is not in it.");
  return doc;
}

/** All of a room as it was at some moment, kept for the next who comes with nothing. */
interface Whole {
  readonly update: Uint8Array;
  readonly vector: Uint8Array;
  readonly usedAt: number;
}

const worthKeeping = 65_536; // bytes; less is as quickly written again
const keptFor = 10_000; // milliseconds after it was last asked for
const growth = 1_000; // changes since, after which it is written anew

/** A room's document in memory. */
export class Content {
  #doc = new Y.Doc();
  #whole: Whole | null = null;
  #changes = 0;

  get doc(): Y.Doc {
    return this.#doc;
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** Takes the whole of it anew; what was there is thrown away. */
  replace(doc: Y.Doc): void {
    this.#whole = null;
    this.#doc.destroy();
    this.#doc = doc;
  }

  /** Does `work` as one change, and returns that; null where it changes nothing. */
  change(work: () => void, origin?: unknown): Uint8Array | null {
    let made: Uint8Array | null = null;
    const note = (update: Uint8Array) => {
      made = update;
      this.#changes += 1;
    };
    this.#doc.on("update", note);
    try {
      this.#doc.transact(work, origin);
    } finally {
      this.#doc.off("update", note);
    }
    return made;
  }

  changeBy(updates: readonly Uint8Array[]): Uint8Array | null {
    return this.change(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
  }

  /** All that somebody lacks who has what `vector` says. */
  difference(vector: Uint8Array): Uint8Array {
    try {
      return Y.encodeStateAsUpdate(this.#doc, vector);
    } catch (error) {
      throw new MalformedFrame("not a state vector", { cause: error });
    }
  }

  /**
   * The same, in one part or two that follow each other. For those who have nothing a large room is written once, and
   * what has changed since is written beside it: a hundred who come at once cost little more than one.
   */
  parts(vector: Uint8Array, now: number): readonly Uint8Array[] {
    if (vector.length !== 1 || vector[0] !== 0) return [this.difference(vector)];
    const kept = this.#whole;
    if (!kept || this.#changes > growth) return [this.#write(now)];
    this.#whole = { ...kept, usedAt: now };
    return this.#changes === 0 ? [kept.update] : [kept.update, this.difference(kept.vector)];
  }

  #write(now: number): Uint8Array {
    const update = Y.encodeStateAsUpdate(this.#doc);
    this.#changes = 0;
    this.#whole = update.length < worthKeeping ? null : { update, vector: this.vector, usedAt: now };
    return update;
  }

  /** Lets go of what nobody has asked for lately. */
  tidy(now: number): void {
    if (this.#whole && now - this.#whole.usedAt > keptFor) this.#whole = null;
  }

  destroy(): void {
    this.#whole = null;
    this.#doc.destroy();
  }
}
