import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { difference } from "./difference.ts";
import type { MarkedNode } from "./marked-node.ts";
import { textOfPart } from "./part.ts";
import { anyDocument, partsIn, roomOf, type Sketch } from "./test/any-document.ts";

const nobody = { added: () => null, removed: () => null };
const between = (was: Y.Doc, is: Y.Doc) => difference(partsIn(was), partsIn(is), nobody);

/** The letters of a difference, without those that came, or without those that went. */
function lettersOf(node: MarkedNode, without: "added" | "removed"): string {
  if (node.change?.is === without && node.text !== undefined) return "";
  return (node.text ?? "") + (node.content ?? []).map((child) => lettersOf(child, without)).join("");
}

const letters = (doc: Y.Doc) => partsIn(doc).map(textOfPart).join("").replaceAll(" ", "");
const plain = (text: string) => text.replaceAll(" ", "");

/** A line for each change, as somebody would tell it. */
function told(node: MarkedNode): string[] {
  const own = node.change && node.text !== undefined ? [`${node.change.is} ${node.text}`] : [];
  return [...own, ...(node.content ?? []).flatMap(told)];
}

const line = (name: string, ...children: Sketch[]): Sketch => ({ name, attributes: {}, children });
const words = (text: string, attributes: Record<string, unknown> = {}): Sketch => ({ text, attributes });
const compare = (was: Sketch[], is: Sketch[]) => between(roomOf(was), roomOf(is));

test("without what came it is what was, and without what went it is what is, for any two documents", () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (one, other) => {
      const [was, is] = [roomOf(one), roomOf(other)];
      const node = between(was, is);
      expect(plain(lettersOf(node, "removed"))).toBe(letters(is));
      expect(plain(lettersOf(node, "added")).length).toBe(letters(was).length);
      expect(told(between(is, is))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

describe("a difference", () => {
  test("is told by words, Chinese ones too", () => {
    expect(
      told(
        compare([line("paragraph", words("Bring water and tea."))], [line("paragraph", words("Bring fire and tea."))]),
      ),
    ).toEqual(["removed water", "added fire"]);
    expect(
      told(compare([line("paragraph", words("周六去山脊露营"))], [line("paragraph", words("周日去山脊露营"))])),
    ).toEqual(["removed 周六", "added 周日"]);
  });

  test("finds the same blocks again around what came between, and tells a block that became another from a new one", () => {
    const [tea, fire, nine] = [words("Bring tea."), words("Ask for the fire permit."), words("Leave at nine sharp.")];
    expect(
      told(
        compare(
          [line("paragraph", tea), line("paragraph", nine)],
          [line("paragraph", tea), line("paragraph", fire), line("paragraph", words("Leave at ten sharp."))],
        ),
      ),
    ).toEqual(["added Ask for the fire permit.", "removed nine", "added ten"]);
  });

  test("sees a word that only wears something else, a task that was done, and leaves comments out", () => {
    const was = [
      line("paragraph", words("Bring tea")),
      { name: "taskItem", attributes: { checked: false }, children: [] },
    ];
    const is = [
      line("paragraph", words("Bring "), words("tea", { bold: {} })),
      { name: "taskItem", attributes: { checked: true }, children: [] },
    ];
    const node = compare(was, is);
    expect(told(node)).toEqual(["changed tea"]);
    expect(node.content?.[1]?.change).toEqual({ is: "changed", by: null });
    const about = { "comment--abcdefgh": { threadId: "x" } };
    expect(told(compare([line("paragraph", words("tea"))], [line("paragraph", words("tea", about))]))).toEqual([]);
  });

  test("compares the cells of a row in their columns, and a column that came is a column that came", () => {
    const row = (...cells: string[]): Sketch =>
      line("tableRow", ...cells.map((text) => line("tableCell", line("paragraph", words(text)))));
    expect(told(compare([line("table", row("Tea", "3"))], [line("table", row("Tea", "4"))]))).toEqual([
      "removed 3",
      "added 4",
    ]);
    expect(told(compare([line("table", row("Tea", "3"))], [line("table", row("Tea", "Lin", "3"))]))).toEqual([
      "added Lin",
    ]);
  });

  test("shows a picture of something else as one that went and one that came, and a part nobody knows as it is", () => {
    const picture = (fileId: string): Sketch => ({ name: "image", attributes: { fileId }, children: [] });
    expect(compare([picture("one")], [picture("two")]).content?.map(({ change }) => change?.is)).toEqual([
      "removed",
      "added",
    ]);
    const orbit: Sketch = { name: "orbit", attributes: { speed: 3 }, children: [] };
    expect(compare([orbit], [orbit]).content).toEqual([{ type: "orbit", attrs: { speed: 3 } }]);
  });

  test("of two documents without anything in common is soon found", { timeout: 5_000 }, () => {
    const long = (word: string) =>
      Array.from({ length: 250 }, (_, nth) => line("paragraph", words(`${word} ${nth} `.repeat(20))));
    expect(told(compare(long("tea"), long("fire"))).length).toBeGreaterThan(250);
  });
});
