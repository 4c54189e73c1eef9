import fc from "fast-check";
import { expect, test } from "vitest";
import type { DocumentNode } from "./document-node.ts";
import { documentLimits, fitNodes } from "./limits.ts";

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
