import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentNode } from "./document-node.ts";
import { documentLimits, fitNodes, fitText } from "./limits.ts";

const words = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const cell = (): DocumentNode => ({ type: "tableCell", content: [words("x")] });
const tableOf = (rows: number, columns: number): DocumentNode => ({
  type: "table",
  content: Array.from({ length: rows }, () => ({ type: "tableRow", content: Array.from({ length: columns }, cell) })),
});
function nested(depth: number): DocumentNode {
  const content = depth > 1 ? [words(`level ${depth}`), nested(depth - 1)] : [words("deepest")];
  return { type: "bulletList", content: [{ type: "listItem", content }] };
}
const depthOf = ({ type, content = [] }: DocumentNode): number =>
  (type === "bulletList" ? 1 : 0) + Math.max(0, ...content.map(depthOf));
const textIn = ({ text = "", content = [] }: DocumentNode): string => text + content.map(textIn).join("");

test("what fits stays as it was", () => {
  const nodes = [words("one"), tableOf(3, 3), nested(3)];
  expect(fitNodes(nodes)).toEqual({ nodes, cuts: [] });
});

test("of a thousand pictures the first hundred stay", () => {
  const { nodes, cuts } = fitNodes(Array.from({ length: 1_000 }, () => ({ type: "image" })));
  expect(nodes).toHaveLength(100);
  expect(cuts).toEqual([{ what: "images", kept: 100, of: 1_000 }]);
});

test("a table of 500 rows and 50 columns is cut in both ways", () => {
  const { nodes, cuts } = fitNodes([tableOf(500, 50)]);
  expect(nodes[0]?.content).toHaveLength(66);
  expect(nodes[0]?.content?.[0]?.content).toHaveLength(30);
  expect(cuts).toEqual([
    { what: "rows", kept: 66, of: 500 },
    { what: "columns", kept: 30, of: 50 },
  ]);
});

test("lists fifty deep become lists nine deep, with every word still there", () => {
  const deep = nested(50);
  const { nodes, cuts } = fitNodes([deep]);
  expect(nodes.map(depthOf)).toEqual([documentLimits.depth]);
  expect(nodes.map(textIn).join("")).toBe(textIn(deep));
  expect(cuts).toEqual([{ what: "depth", kept: 9 }]);
});

test("of too many words the first stay", () => {
  const { nodes, cuts } = fitNodes([words("a".repeat(400_000)), words("b".repeat(400_000)), words("c")]);
  expect(textIn({ type: "doc", content: nodes })).toHaveLength(500_000);
  expect(cuts).toEqual([{ what: "characters", kept: 500_000, of: 800_001 }]);
});

test("of a hundred thousand lines the first five thousand stay, and tables after them do not begin", () => {
  const lines = Array.from({ length: 6_000 }, (_, nth) => words(`line ${nth}`));
  const { nodes, cuts } = fitNodes([...lines, tableOf(50, 20)]);
  expect(nodes).toEqual(lines.slice(0, documentLimits.blocks));
  expect(cuts).toEqual([{ what: "blocks" }]);
});

test("boxes forty deep become boxes twenty deep, with every word still there", () => {
  const boxed = (depth: number): DocumentNode => ({
    type: depth % 2 ? "blockquote" : "callout",
    content: depth > 1 ? [words(`level ${depth}`), boxed(depth - 1)] : [words("deepest")],
  });
  const boxesIn = ({ type, content = [] }: DocumentNode): number =>
    (type === "blockquote" || type === "callout" ? 1 : 0) + Math.max(0, ...content.map(boxesIn));
  const { nodes, cuts } = fitNodes([boxed(40)]);
  expect(nodes.map(boxesIn)).toEqual([documentLimits.nesting]);
  expect(nodes.map(textIn).join("")).toBe(textIn(boxed(40)));
  expect(cuts).toEqual([{ what: "nesting" }]);
});

test("lists that are pasted into a list count those around them", () => {
  const { nodes, cuts } = fitNodes([nested(6)], undefined, { lists: 5, boxes: 5 });
  expect(nodes.map(depthOf)).toEqual([4]);
  expect(cuts).toEqual([{ what: "depth", kept: 9 }]);
});

test("a document that is full takes no more, and says so; what it has room for comes in", () => {
  const { whole } = documentLimits;
  const nearly = { characters: whole.characters - 3, blocks: 10, images: whole.images };
  const { nodes, cuts } = fitNodes([words("four"), { type: "image" }], nearly);
  expect(nodes).toEqual([words("fou")]);
  expect(cuts).toEqual([{ what: "full" }]);
});

test("what is cut off is never half of a character, nor a box without what it must hold", () => {
  const { nodes } = fitNodes([words(`${"a".repeat(documentLimits.characters - 1)}😀`)]);
  expect(textIn({ type: "doc", content: nodes }).endsWith("a")).toBe(true);
  const pictures = { type: "blockquote", content: Array.from({ length: 3 }, () => ({ type: "image" })) };
  const full = { characters: 0, blocks: 0, images: documentLimits.whole.images };
  expect(fitNodes([pictures, words("after")], full).nodes).toEqual([words("after")]);
});

test("plain text is cut before anybody reads its lines", () => {
  expect(fitText("one\r\n\r\ntwo")).toEqual({ text: "one\r\n\r\ntwo", cuts: [] });
  const { text, cuts } = fitText("a\n".repeat(900_000));
  expect(text.match(/\n/g)).toHaveLength(documentLimits.blocks);
  expect(cuts.map(({ what }) => what)).toEqual(["characters", "blocks"]);
  expect(fitText("\n".repeat(1_000_000)).text.length).toBeLessThanOrEqual(documentLimits.characters);
});

test("what was cut to fit, fits", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(300), fc.nat(40), fc.nat(20))), (shapes) => {
      const { nodes } = fitNodes(
        shapes.flatMap(([rows, columns, depth]) => [tableOf(rows + 1, columns + 1), nested(depth + 1)]),
      );
      expect(fitNodes(nodes).cuts).toEqual([]);
    }),
    { numRuns: 10 },
  );
});
