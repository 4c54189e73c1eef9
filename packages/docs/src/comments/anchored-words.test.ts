import { type Id, newId } from "@guildhall/core";
import { prosemirrorJSONToYDoc, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "../editor/document-extensions.ts";
import { documentField } from "../editor/document-node.ts";
import { type AnchoredWords, anchorsIn, findAgain, markAgain, markChosen } from "./anchored-words.ts";

const paragraph = (text: string) => ({ type: "paragraph", ...(text && { content: [{ type: "text", text }] }) });
const written = (...lines: string[]) =>
  prosemirrorJSONToYDoc(
    documentSchema(),
    {
      type: "doc",
      content: [{ type: "title", content: [{ type: "text", text: "Plan" }] }, ...lines.map(paragraph)],
    },
    documentField,
  );
const lineOf = (doc: Y.Doc, nth: number): Y.XmlText => {
  const line = doc.getXmlFragment(documentField).get(nth + 1);
  const words = line instanceof Y.XmlElement ? line.get(0) : null;
  if (!(words instanceof Y.XmlText)) throw new Error(`There is no line ${nth}.`);
  return words;
};
const place = (type: Y.XmlText, index: number) =>
  Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index, -1));
const thread = () => newId<"document_thread">();

function begin(doc: Y.Doc, line: number, from: number, to: number, until = line): Id<"document_thread"> {
  const id = thread();
  const chosen = { from: place(lineOf(doc, line), from), to: place(lineOf(doc, until), to) };
  expect(markChosen(doc, chosen, id)).not.toBeNull();
  return id;
}

const quoteOf = (doc: Y.Doc, id: Id<"document_thread">) => anchorsIn(doc).get(id)?.quote ?? null;

describe("words that are spoken about", () => {
  test("are marked where they were chosen, and read as the editor would have marked them", () => {
    const doc = written("Water at the upper spring.", "And the fire permit.");
    const id = begin(doc, 0, 13, 12, 1);
    expect(anchorsIn(doc).get(id)).toEqual({
      quote: "upper spring.\nAnd the fire",
      before: "Plan\nWater at the ",
      after: " permit.",
    });
    const node = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(documentField), documentSchema());
    const marked: string[] = [];
    node.descendants((child) => {
      if (child.marks.some(({ attrs }) => attrs.threadId === id)) marked.push(child.text ?? "");
    });
    expect(marked).toEqual(["upper spring.", "And the fire"]);
  });

  test("may be spoken about twice, wholly or in part", () => {
    const doc = written("Water at the upper spring.");
    const [one, other] = [begin(doc, 0, 0, 12), begin(doc, 0, 9, 18)];
    expect([quoteOf(doc, one), quoteOf(doc, other)]).toEqual(["Water at the", "the upper"]);
  });

  test("are nothing where nothing is chosen, and where somebody names no place", () => {
    const doc = written("Water at the upper spring.");
    const at = place(lineOf(doc, 0), 3);
    expect(markChosen(doc, { from: at, to: at }, thread())).toBeNull();
    for (const nonsense of [new Uint8Array(), new Uint8Array([255, 255, 255]), new Uint8Array(90).fill(7)])
      expect(markChosen(doc, { from: nonsense, to: at }, thread())).toBeNull();
    const elsewhere = written("Another document.");
    expect(markChosen(doc, { from: place(lineOf(elsewhere, 0), 0), to: at }, thread())).toBeNull();
  });

  test("go where they go, whatever others write at the same time", () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 3 }),
      put: fc.string({ unit: fc.constantFrom("x", "y", " ", "山"), maxLength: 4 }),
      who: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.nat({ max: 12 }), (edits, when) => {
        const [mine, theirs] = [written("Water at the upper spring."), new Y.Doc()];
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
        let id: Id<"document_thread"> | null = null;
        for (const [nth, { at, cut, put, who }] of edits.entries()) {
          if (nth === when) id = markUpper(mine);
          const words = lineOf(who ? mine : theirs, 0);
          const begins = Math.min(at % (words.length + 1), words.length);
          // Around the words, neither in them nor right at their edges.
          const upper = plain(words).indexOf("upper");
          if (begins + cut >= upper && begins <= upper + 5) continue;
          words.delete(begins, Math.min(cut, words.length - begins));
          words.insert(begins, put);
        }
        id ??= markUpper(mine);
        Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
        expect(quoteOf(mine, id)).toBe("upper");
        expect(anchorsIn(theirs)).toEqual(anchorsIn(mine));
      }),
    );
  });

  test("stand again after everything was deleted and that was undone", () => {
    const doc = written("Water at the upper spring.", "And the fire permit.");
    const id = begin(doc, 0, 13, 25);
    const known = anchorsIn(doc);
    const undo = new Y.UndoManager(doc.getXmlFragment(documentField), { captureTimeout: 0 });
    lineOf(doc, 0).delete(9, 17);
    expect(quoteOf(doc, id)).toBeNull();
    undo.undo();
    markAgain(doc, known);
    expect(quoteOf(doc, id)).toBe("upper spring");
    undo.redo();
    expect(quoteOf(doc, id)).toBeNull();
    undo.undo();
    markAgain(doc, known);
    expect(quoteOf(doc, id)).toBe("upper spring");
  });

  test("stand again where a whole line was deleted and that was undone", () => {
    const doc = written("Water at the upper spring.", "And the fire permit.");
    const id = begin(doc, 1, 8, 19);
    const known = anchorsIn(doc);
    const undo = new Y.UndoManager(doc.getXmlFragment(documentField));
    doc.getXmlFragment(documentField).delete(2, 1);
    undo.undo();
    markAgain(doc, known);
    expect(quoteOf(doc, id)).toBe("fire permit");
  });

  test("are marked again where a document is written anew without marks", () => {
    const doc = written("Water at the upper spring.", "And the fire permit.");
    const known = new Map([...[begin(doc, 0, 13, 25), begin(doc, 1, 8, 12)]].map((id) => [id, anchorsIn(doc).get(id)]));
    const anew = written("Firewood.", "Water at the upper spring.", "And the fire permit.");
    const lost = new Map([...known].flatMap(([id, words]) => (words ? [[id, words] as const] : [])));
    expect(markAgain(anew, lost)).toEqual([...known.keys()]);
    expect([...known.keys()].map((id) => quoteOf(anew, id))).toEqual(["upper spring", "fire"]);
    expect(markAgain(anew, lost)).toEqual([]);
  });
});

const plain = (words: Y.XmlText) => words.toString().replace(/<[^>]*>/g, "");

function markUpper(doc: Y.Doc): Id<"document_thread"> {
  const words = lineOf(doc, 0);
  const at = plain(words).indexOf("upper");
  return begin(doc, 0, at, at + 5);
}

describe("words that have come back", () => {
  const words = (quote: string, before = "", after = ""): AnchoredWords => ({ quote, before, after });

  test("are known by what they are, and where they are few or come twice by what stands around them", () => {
    expect(findAgain("Bring the tent.", words("the tent", "Bring ", "."))).toEqual({ from: 6, to: 14 });
    expect(findAgain("Tea. Tea.", words("Tea", "", ". Tea."))).toEqual({ from: 0, to: 3 });
    expect(findAgain("Tea. Tea.", words("Tea", "Tea. ", "."))).toEqual({ from: 5, to: 8 });
  });

  test("are not taken for others that read alike", () => {
    expect(findAgain("Something with tea in it", words("tea", "Cold ", " is served at noon"))).toBeNull();
    expect(findAgain("again and again", words("again", "never ", " mind"))).toBeNull();
    expect(findAgain("", words("tea"))).toBeNull();
  });
});
