import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { documentField } from "../editor/document-node.ts";
import { IdRanges } from "./id-ranges.ts";
import { textOfPart } from "./part.ts";
import { putBack, strandedIn } from "./put-back.ts";
import { readChange } from "./read-change.ts";
import { restoreInto } from "./restore-into.ts";
import { rewrite } from "./rewrite.ts";
import { anyDocument, partsIn, readingOf, roomOf } from "./test/any-document.ts";

const restore = (doc: Y.Doc, wanted: Y.Doc) =>
  doc.transact(() => rewrite(doc.getXmlFragment(documentField), partsIn(wanted)));
const paragraph = (...words: string[]) =>
  words.map((text) => ({ name: "paragraph", attributes: {}, children: [{ text, attributes: {} }] }));
const copyOf = (doc: Y.Doc, options: { gc?: boolean } = {}) => {
  const copy = new Y.Doc(options);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const textAt = (doc: Y.Doc, at: number) => {
  const child = doc.getXmlFragment(documentField).get(at);
  const words = child instanceof Y.XmlElement ? child.get(0) : null;
  if (!(words instanceof Y.XmlText)) throw new TypeError("There are no words.");
  return words;
};
const textsIn = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
/** What somebody's page sends while something is done in it. */
const updateOf = (doc: Y.Doc, work: () => void) => {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => updates.push(update);
  doc.on("update", keep);
  work();
  doc.off("update", keep);
  return updates;
};
const changeOf = (update: Uint8Array) =>
  readChange({ seq: 1, generation: 1, userId: null, connectionId: null, at: new Date(0), update });

test("whatever a document was and has become, once it is restored it reads as it was", () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (was, is) => {
      const [then, now] = [roomOf(was), roomOf(is)];
      restore(now, then);
      expect(readingOf(now)).toEqual(readingOf(then));
      let changed = false;
      now.on("update", () => {
        changed = true;
      });
      restore(now, then);
      expect(changed).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test("who writes while a moment is restored keeps every word: where it was written, or in a line of its own", () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, fc.nat(), fc.nat(), (was, is, place, letter) => {
      const [then, now] = [roomOf(was), roomOf(is)];
      const [theirs, log] = [copyOf(now), copyOf(now, { gc: false })];
      const texts = textsIn(theirs.getXmlFragment(documentField));
      const words = texts[place % Math.max(1, texts.length)];
      fc.pre(words !== undefined);
      const typed = updateOf(theirs, () => words.insert(letter % (words.length + 1), "§typed meanwhile§", {}));
      const restored = updateOf(now, () => restore(now, then));
      for (const update of [...restored, ...typed]) Y.applyUpdate(log, update);
      const away = new IdRanges();
      for (const { took } of restored.map(changeOf))
        for (const { client, from, to } of took) away.add(client, from, to);
      putBack(log, strandedIn(log, typed.map(changeOf), away));
      const found = partsIn(log).map(textOfPart).join("|").split("§typed meanwhile§");
      expect(found).toHaveLength(2);
      Y.applyUpdate(now, Y.encodeStateAsUpdate(log));
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(log));
      expect(readingOf(theirs)).toEqual(readingOf(now));
    }),
    { numRuns: 200 },
  );
});

test("what others wrote since somebody looked stays, though it was there before they restored", () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, fc.nat(), fc.nat(), (was, is, place, letter) => {
      const [then, now] = [roomOf(was), copyOf(roomOf(is), { gc: false })];
      const base = copyOf(now, { gc: false });
      const texts = textsIn(now.getXmlFragment(documentField));
      const words = texts[place % Math.max(1, texts.length)];
      fc.pre(words !== undefined);
      words.insert(letter % (words.length + 1), "§typed since§", {});
      now.transact(() => restoreInto(now, base, partsIn(then)));
      expect(partsIn(now).map(textOfPart).join("|").split("§typed since§")).toHaveLength(2);
    }),
    { numRuns: 200 },
  );
});

test("what stays, stays the same letters: carets and comments in it do not move", () => {
  const then = roomOf([...paragraph("Ridge camp"), ...paragraph("Bring water and tea.", "Leave at nine.")]);
  const now = copyOf(then);
  textAt(now, 1).insert(5, " much");
  now.getXmlFragment(documentField).insert(1, [new Y.XmlElement("paragraph")]);
  const nine = textAt(now, 3);
  nine.format(0, 5, { "comment--abcdefgh": { threadId: "x" } });
  const caret = Y.createRelativePositionFromTypeIndex(nine, 6);
  const inChanged = Y.createRelativePositionFromTypeIndex(textAt(now, 2), 16);
  restore(now, then);
  expect(readingOf(now)).toEqual(readingOf(then));
  expect(Y.createAbsolutePositionFromRelativePosition(caret, now)?.index).toBe(6);
  expect(Y.createAbsolutePositionFromRelativePosition(inChanged, now)?.index).toBe(11);
  expect(textAt(now, 2).toDelta()[0].attributes).toEqual({ "comment--abcdefgh": { threadId: "x" } });
});

test("a word that another took the place of goes letter by letter, and never by half a character", () => {
  const then = roomOf(paragraph("We meet at the 👩‍🚀 tent"));
  const now = roomOf(paragraph("We met at the 👨‍🚀 tents"));
  restore(now, then);
  expect(partsIn(now).map(textOfPart)).toEqual(["We meet at the 👩‍🚀 tent"]);
});
