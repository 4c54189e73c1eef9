import * as Y from "yjs";
import { IdRanges } from "./id-ranges.ts";
import type { Origin } from "./part.ts";
import type { ReadChange } from "./read-change.ts";

/** Shorter ones are often the same by chance. */
const leastLetters = 2;
/** Beyond so many that could each be each, nobody looks. */
const mostCompared = 20_000;

/** Letters that a change took from one place and put into another: where each stood before, by the stretch that holds them now. */
export type Moved = ReadonlyMap<ReadChange["put"][number], readonly Origin[]>;

/**
 * A line that is split, joined or dragged is taken away and written anew by the editor. Whoever did that has not written
 * the words: those that the same change took away elsewhere stay whose they were.
 */
export function movedWords(doc: Y.Doc, { put, took }: ReadChange): Moved {
  const moved = new Map<ReadChange["put"][number], readonly Origin[]>();
  const candidates = put.filter(({ text }) => text !== null && text.length >= leastLetters);
  if (candidates.length === 0 || took.length === 0) return moved;
  const gone = takenTexts(doc, took);
  if (candidates.length * gone.length > mostCompared) return moved;
  for (const stretch of candidates)
    for (const { text, origins } of gone) {
      const at = text.indexOf(stretch.text ?? "");
      if (at < 0) continue;
      moved.set(stretch, origins.slice(at, at + (stretch.text?.length ?? 0)));
      break;
    }
  return moved;
}

interface Taken {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** What was taken away, as the texts that it stood in, without what had stayed of them. */
function takenTexts(doc: Y.Doc, took: ReadChange["took"]): Taken[] {
  const isTaken = new IdRanges();
  for (const { client, from, to } of took) isTaken.add(client, from, to);
  const texts = new Set(lettersIn(doc, took).map(({ parent }) => parent));
  return [...texts].flatMap((text) => (text instanceof Y.XmlText ? [takenFrom(text, isTaken)] : []));
}

function takenFrom(words: Y.XmlText, isTaken: IdRanges): Taken {
  let text = "";
  const origins: Origin[] = [];
  for (let item = words._start; item; item = item.right) {
    if (!isLetters(item)) continue;
    const { client, clock } = item.id;
    for (let at = 0; at < item.content.str.length; at++) {
      if (!isTaken.has(client, clock + at)) continue;
      text += item.content.str[at];
      origins.push({ client, clock: clock + at });
    }
  }
  return { text, origins };
}

/** The letters among what was taken away, as far as the room still knows which they were. */
export function lettersIn(doc: Y.Doc, took: ReadChange["took"]): (Y.Item & { content: Y.ContentString })[] {
  const found: (Y.Item & { content: Y.ContentString })[] = [];
  for (const { client, from, to } of took) {
    const structs = doc.store.clients.get(client);
    if (!structs || from >= Y.getState(doc.store, client)) continue;
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at];
      if (!struct || struct.id.clock >= to) break;
      if (isLetters(struct)) found.push(struct);
    }
  }
  return found;
}

function isLetters(struct: Y.Item | Y.GC): struct is Y.Item & { content: Y.ContentString } {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentString;
}
