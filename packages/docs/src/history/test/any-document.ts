import fc from "fast-check";
import * as Y from "yjs";
import { documentField } from "../../editor/document-node.ts";
import { type Part, partsOf } from "../part.ts";
import { setAttribute } from "../rewrite.ts";

/** What is written into a part when a document is made by hand. */
export type Sketch =
  | { readonly text: string; readonly attributes: Record<string, unknown> }
  | { readonly name: string; readonly attributes: Record<string, unknown>; readonly children: readonly Sketch[] };

const words = fc.constantFrom(
  "tea",
  "Tent ",
  "雨天备用方案",
  "露营",
  "fire ",
  "permit, ",
  "👩‍🚀",
  "水",
  " ",
  "\n",
  "ね。",
);
const text = fc.array(words, { maxLength: 6 }).map((some) => some.join(""));
const attributes = fc.constantFrom<Record<string, unknown>>(
  {},
  {},
  { bold: {} },
  { link: { href: "https://camp.example" } },
  { "comment--abcdefgh": { threadId: "0198f000-0000-7000-8000-000000000001" } },
  { glow: { hue: 3 } },
);
const run = fc.record({ text, attributes });
const atom = fc.constantFrom<Sketch>(
  { name: "mention", attributes: { kind: "person", id: "a", label: "Lin" }, children: [] },
  { name: "hardBreak", attributes: {}, children: [] },
  { name: "starfield", attributes: { depth: 4 }, children: [] },
);
const line = fc.array(fc.oneof({ weight: 4, arbitrary: run }, { weight: 1, arbitrary: atom }), { maxLength: 4 });
const simple = line.chain((children) =>
  fc.constantFrom<Sketch>(
    { name: "paragraph", attributes: {}, children },
    { name: "heading", attributes: { level: 2 }, children },
    { name: "orbit", attributes: { speed: "fast" }, children },
  ),
);
const picture = fc.constantFrom<Sketch>(
  { name: "image", attributes: { fileId: "one", alt: "" }, children: [] },
  { name: "image", attributes: { fileId: "two", alt: "Slope" }, children: [] },
);
const cell = fc
  .array(simple, { minLength: 1, maxLength: 2 })
  .map((children): Sketch => ({ name: "tableCell", attributes: {}, children }));
const row = fc
  .array(cell, { minLength: 1, maxLength: 3 })
  .map((children): Sketch => ({ name: "tableRow", attributes: {}, children }));
const table = fc
  .array(row, { minLength: 1, maxLength: 3 })
  .map((children): Sketch => ({ name: "table", attributes: {}, children }));
const list = fc.array(simple, { minLength: 1, maxLength: 3 }).map(
  (children): Sketch => ({
    name: "bulletList",
    attributes: {},
    children: children.map((child) => ({ name: "listItem", attributes: {}, children: [child] })),
  }),
);
const block = fc.oneof({ weight: 6, arbitrary: simple }, picture, table, list);

/** A document of any shape, parts that no edition knows included. */
export const anyDocument = fc
  .tuple(line, fc.array(block, { maxLength: 6 }))
  .map(([title, blocks]): Sketch[] => [{ name: "title", attributes: {}, children: title }, ...blocks]);

export function roomOf(document: readonly Sketch[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => doc.getXmlFragment(documentField).insert(0, document.map(elementOf)));
  return doc;
}

function elementOf(sketch: Sketch): Y.XmlElement {
  if (!("name" in sketch)) throw new TypeError("Words stand in an element.");
  const element = new Y.XmlElement(sketch.name);
  for (const [name, value] of Object.entries(sketch.attributes)) setAttribute(element, name, value);
  element.insert(0, childrenOf(sketch.children));
  return element;
}

/** Words beside one another stand in one text, as the editor puts them. */
function childrenOf(sketches: readonly Sketch[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const flush = () => {
    if (delta.length === 0) return;
    const words = new Y.XmlText();
    words.applyDelta(delta);
    children.push(words);
    delta = [];
  };
  for (const sketch of sketches)
    if ("text" in sketch) delta.push({ insert: sketch.text, attributes: { ...sketch.attributes } });
    else {
      flush();
      children.push(elementOf(sketch));
    }
  flush();
  return children;
}

export const partsIn = (doc: Y.Doc): Part[] => partsOf(doc.getXmlFragment(documentField));

/** What a reader sees of a document, comments aside: equal for documents that read the same. */
export const readingOf = (doc: Y.Doc): readonly string[] => partsIn(doc).map(({ key }) => key);
