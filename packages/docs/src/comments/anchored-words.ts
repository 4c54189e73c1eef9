import type { Id } from "@guildhall/core";
import { prosemirrorToYXmlFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema } from "../editor/document-extensions.ts";
import { documentField } from "../editor/document-node.ts";
import { idOf } from "../editor/safe-address.ts";
import { markNameOf } from "../editor/unknown-parts.ts";

/** The words that a thread stands on, and what stands right before and after them. */
export interface AnchoredWords {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** Two places in a document, as the page of somebody who chose what is between them names them. */
export interface Chosen {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

const longestQuote = 500;
const around = 32;
/** Fewer letters than these are found again only between what stood around them. */
const tellsByItself = 8;

/** Marks the words between two places as those of a thread; null where nothing stands there, or no longer. */
export function markChosen(doc: Y.Doc, chosen: Chosen, threadId: Id<"document_thread">): AnchoredWords | null {
  const text = flatten(doc);
  const [from, to] = [offsetOf(doc, text, chosen.from), offsetOf(doc, text, chosen.to)];
  if (from === null || to === null || text.words.slice(from, to).trim() === "") return null;
  mark(text, { from, to }, threadId);
  return wordsAt(text, [{ from, to }]);
}

/** The words of every thread that is marked in a document. */
export function anchorsIn(doc: Y.Doc): ReadonlyMap<Id<"document_thread">, AnchoredWords> {
  const text = flatten(doc);
  const ranges = new Map<Id<"document_thread">, Range[]>();
  for (const { words, from } of text.pieces) {
    let at = from;
    for (const { insert, attributes = {} } of deltaOf(words)) {
      const length = typeof insert === "string" ? insert.length : 1;
      for (const threadId of threadsOf(attributes)) {
        const known = ranges.get(threadId) ?? [];
        ranges.set(threadId, [...known, { from: at, to: at + length }]);
      }
      at += length;
    }
  }
  return new Map([...ranges].map(([threadId, all]) => [threadId, wordsAt(text, all)]));
}

/**
 * Marks the words of threads again that have come back without their marks: by undo, by restoring what a document said,
 * by whoever cleared the shape of the text. Only where they stand as they stood, and in one place alone.
 */
export function markAgain(
  doc: Y.Doc,
  lost: ReadonlyMap<Id<"document_thread">, AnchoredWords>,
): readonly Id<"document_thread">[] {
  const text = flatten(doc);
  const marked = anchorsIn(doc);
  return [...lost].flatMap(([threadId, words]) => {
    const range = marked.has(threadId) ? null : findAgain(text.words, words);
    if (!range) return [];
    mark(text, range, threadId);
    return [threadId];
  });
}

export function findAgain(text: string, { quote, before, after }: AnchoredWords): Range | null {
  const found: { at: number; like: number }[] = [];
  for (let at = text.indexOf(quote); at >= 0 && found.length < 200; at = text.indexOf(quote, at + 1)) {
    const [left, right] = [text.slice(0, at), text.slice(at + quote.length)];
    found.push({ at, like: alike(reversed(left), reversed(before)) + alike(right, after) });
  }
  found.sort((one, other) => other.like - one.like);
  const [best, next] = found;
  if (!best || (next && next.like === best.like)) return null;
  if (quote.length < tellsByItself && best.like < Math.min(tellsByItself, before.length + after.length)) return null;
  return { from: best.at, to: best.at + quote.length };
}

/** How many characters two texts begin with alike. */
function alike(one: string, other: string): number {
  let count = 0;
  while (count < other.length && one[count] === other[count]) count++;
  return count;
}

const reversed = (text: string) => [...text].toReversed().join("");

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Piece extends Range {
  readonly words: Y.XmlText;
}

interface Flat {
  readonly pieces: readonly Piece[];
  /** All words of the document, a line for each block. */
  readonly words: string;
  /** Where each node begins and ends, its children by their place in it. */
  readonly places: ReadonlyMap<Y.XmlFragment, readonly number[]>;
}

function flatten(doc: Y.Doc): Flat {
  const pieces: Piece[] = [];
  const places = new Map<Y.XmlFragment, readonly number[]>();
  let words = "";
  const walk = (parent: Y.XmlFragment) => {
    const begins: number[] = [];
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        begins.push(words.length);
        const from = words.length;
        words += plain(child);
        pieces.push({ words: child, from, to: words.length });
      } else if (child instanceof Y.XmlElement) {
        const isLine = !(child.nodeName === "mention" || child.nodeName === "hardBreak");
        if (isLine && words !== "" && !words.endsWith("\n")) words += "\n";
        begins.push(words.length);
        walk(child);
      }
    }
    places.set(parent, [...begins, words.length]);
  };
  walk(doc.getXmlFragment(documentField));
  return { pieces, words, places };
}

function deltaOf(words: Y.XmlText): readonly { insert?: unknown; attributes?: Record<string, unknown> }[] {
  return words.toDelta();
}

function plain(words: Y.XmlText): string {
  return (
    deltaOf(words)
      // As long as it is, and without what PostgreSQL does not keep.
      .map(({ insert }) => (typeof insert === "string" ? insert.replaceAll("\0", "\ufffd") : "\ufffc"))
      .join("")
  );
}

/** Where in the words of the document a place is; null where nothing is known of it, or it is nonsense. */
function offsetOf(doc: Y.Doc, { pieces, places }: Flat, place: Uint8Array): number | null {
  const at = absolute(doc, place);
  if (!at) return null;
  const piece = pieces.find(({ words }) => words === at.type);
  if (piece) return Math.min(piece.to, piece.from + at.index);
  if (!(at.type instanceof Y.XmlFragment)) return null;
  const begins = places.get(at.type);
  return begins?.[Math.min(at.index, begins.length - 1)] ?? null;
}

function absolute(doc: Y.Doc, place: Uint8Array) {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(place), doc);
  } catch {
    return null; // whatever was posted, it names no place
  }
}

function mark({ pieces }: Flat, { from, to }: Range, threadId: Id<"document_thread">): void {
  const key = keyOf(threadId);
  for (const { words, from: begin, to: end } of pieces) {
    const [start, stop] = [Math.max(from, begin), Math.min(to, end)];
    if (start < stop) words.format(start - begin, stop - start, { [key]: { threadId } });
  }
}

function wordsAt({ words }: Flat, ranges: readonly Range[]): AnchoredWords {
  const [first, last] = [ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? 0];
  const whole =
    last - first <= longestQuote
      ? words.slice(first, last)
      : ranges.map((each) => words.slice(each.from, each.to)).join("");
  return {
    quote: cutTo(whole, longestQuote),
    before: words.slice(Math.max(0, first - around), first),
    after: words.slice(last, last + around),
  };
}

/** Never half of a character. */
function cutTo(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

function threadsOf(attributes: Record<string, unknown>): Id<"document_thread">[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (markNameOf(key) !== "comment" || typeof value !== "object" || value === null || !("threadId" in value))
      return [];
    const id = idOf(value.threadId);
    return id ? [id as Id<"document_thread">] : [];
  });
}

/** Under which name the editor's binding keeps the mark of a thread. */
function keyOf(threadId: Id<"document_thread">): string {
  const schema = documentSchema();
  const doc = new Y.Doc();
  const root = doc.getXmlFragment("key");
  const words = schema.text("·", [schema.mark("comment", { threadId })]);
  prosemirrorToYXmlFragment(schema.node("doc", null, [schema.node("title", null, [words])]), root);
  const title = root.get(0);
  const text = title instanceof Y.XmlElement ? title.get(0) : null;
  const key = text instanceof Y.XmlText ? Object.keys(deltaOf(text)[0]?.attributes ?? {})[0] : undefined;
  doc.destroy();
  if (!key) throw new Error("The editor's binding keeps no marks.");
  return key;
}
