import * as Y from "yjs";
import { documentField } from "../editor/document-node.ts";
import { IdRanges } from "./id-ranges.ts";
import type { Part } from "./part.ts";
import { putBack, strandedIn } from "./put-back.ts";
import type { Put } from "./read-change.ts";
import { rewrite } from "./rewrite.ts";

/**
 * Makes `doc` into what `wanted` says, seen from `base`, which is what whoever asks had before them: what others have
 * written since then is nobody's to take away, and stays. Where the place is gone that they wrote it in, it gets a line
 * of its own. To be called in a transaction; `base` becomes something else.
 */
export function restoreInto(doc: Y.Doc, base: Y.Doc, wanted: readonly Part[]): void {
  const seen = Y.encodeStateVector(base);
  const since = lettersSince(doc, Y.decodeStateVector(seen));
  base.transact(() => rewrite(base.getXmlFragment(documentField), wanted));
  const update = Y.encodeStateAsUpdate(base, seen);
  const away = new IdRanges();
  for (const [client, items] of Y.decodeUpdate(update).ds.clients)
    for (const { clock, len } of items) away.add(client, clock, clock + len);
  // Brought together beside the room, so that it hears of one change.
  Y.applyUpdate(base, Y.encodeStateAsUpdate(doc, seen));
  base.transact(() => putBack(base, strandedIn(base, [{ userId: null, put: since, took: [] }], away)));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(base, Y.encodeStateVector(doc)));
}

/** The letters that stand in a room and did not yet when these numbers were reached. */
function lettersSince(doc: Y.Doc, seen: ReadonlyMap<number, number>): Put[] {
  const puts: Put[] = [];
  for (const [client, structs] of doc.store.clients) {
    const reached = seen.get(client) ?? 0;
    if (reached >= Y.getState(doc.store, client)) continue;
    for (let at = Y.findIndexSS(structs, reached); at < structs.length; at++) {
      const item = structs[at];
      if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const from = Math.max(reached, item.id.clock);
      const text = item.content.str.slice(from - item.id.clock);
      puts.push({ client, from, to: from + text.length, text, near: [] });
    }
  }
  return puts;
}
