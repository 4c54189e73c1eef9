import { prosemirrorToYXmlFragment, updateYFragment, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { documentSchema } from "./document-extensions.ts";
import { documentField } from "./document-node.ts";
import { documentText } from "./document-text.ts";
import { documentUpdate, emptyDocument } from "./document-update.ts";
import { giveTextToNew } from "./empty-lines.ts";

/** Somebody's copy of a document, written in as the editor writes. */
function copyOf(update: Uint8Array) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const root = doc.getXmlFragment(documentField);
  const write = (letter: string, { newLine = false, keepsText = true } = {}) => {
    const json = yXmlFragmentToProseMirrorRootNode(root, documentSchema()).toJSON();
    if (newLine) json.content.push({ type: "paragraph" });
    const line = json.content.at(-1);
    if (letter) line.content = [{ type: "text", text: (line.content ?? []).map(textOf).join("") + letter }];
    const written = documentSchema().nodeFromJSON(json);
    doc.transact((transaction) => {
      updateYFragment(doc, root, written, { mapping: new Map(), isOMark: new Map() });
      if (keepsText) giveTextToNew(transaction, documentSchema());
    });
  };
  return { doc, write };
}

const textOf = ({ text = "" }: { text?: string }) => text;
const meet = (...docs: readonly Y.Doc[]) => {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
};
const letters = (doc: Y.Doc) => [...documentText(doc).body].sort().join("");

test("two who begin to write in the same empty line keep each letter once", () => {
  const begun = documentUpdate(emptyDocument("Plan"));
  const [lin, zoe] = [copyOf(begun), copyOf(begun)];
  for (const [one, other] of ["aw", "bx", "cy"]) {
    lin.write(one ?? "");
    zoe.write(other ?? "");
    meet(lin.doc, zoe.doc);
  }
  expect(letters(lin.doc)).toBe("abcwxy");
  expect(documentText(zoe.doc)).toEqual(documentText(lin.doc));
});

test("and so do they in a line that one of them has just begun", () => {
  const lin = copyOf(documentUpdate(emptyDocument("Plan")));
  lin.write("", { newLine: true });
  const zoe = copyOf(Y.encodeStateAsUpdate(lin.doc));
  for (const [one, other] of ["aw", "bx"]) {
    lin.write(one ?? "");
    zoe.write(other ?? "");
    meet(lin.doc, zoe.doc);
  }
  expect(letters(lin.doc)).toBe("abwx");
});

test("without a text in the line they do not", () => {
  const bare = new Y.Doc();
  prosemirrorToYXmlFragment(documentSchema().nodeFromJSON(emptyDocument("Plan")), bare.getXmlFragment(documentField));
  const begun = Y.encodeStateAsUpdate(bare);
  const [lin, zoe] = [copyOf(begun), copyOf(begun)];
  for (const [one, other] of ["aw", "bx"]) {
    lin.write(one ?? "", { keepsText: false });
    zoe.write(other ?? "", { keepsText: false });
    meet(lin.doc, zoe.doc);
  }
  expect(letters(lin.doc)).not.toBe("abwx");
});
