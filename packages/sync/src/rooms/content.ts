import * as Y from "yjs";
import type { Entry, LoadedRoom } from "../log/room-log.ts";

/** What the log holds cannot be put together. */
export class UnreadableRoom extends Error {}

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
