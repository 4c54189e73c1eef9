import { newId } from "@guildhall/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentSchema } from "../editor/document-extensions.ts";
import type { DocumentNode } from "../editor/document-node.ts";
import { documentText } from "../editor/document-text.ts";
import { documentUpdate } from "../editor/document-update.ts";
import { readSheets } from "./read-sheets.ts";
import { settleForeign } from "./settle-foreign.ts";

const nothingHere = { knows: () => false, fileId: () => undefined };

/** As it stands in the hall. */
function brought(html: string): DocumentNode {
  const { sheets } = readSheets([{ path: "page.html", bytes: Buffer.from(html) }], "https://hall.example/w/yuanshan");
  const [sheet] = sheets;
  if (!sheet) throw new Error("Nothing came in.");
  const settled = documentSchema().nodeFromJSON(settleForeign(sheet.json, nothingHere));
  settled.check();
  return settled.toJSON();
}

const partsOf = (node: DocumentNode): DocumentNode[] => [node, ...(node.content ?? []).flatMap(partsOf)];
const typesIn = (json: DocumentNode) => [...new Set(partsOf(json).map(({ type }) => type))];

const tags =
  "p div span h1 h2 ul ol li table tr td th blockquote details summary pre code img a b mark nav input svg script".split(
    " ",
  );
const names = [...Object.keys(documentSchema().nodes), "poll", "__proto__", "constructor"];
const json = fc.constantFrom(
  '{"level":9}',
  '{"colspan":1000000000}',
  '{"kind":{"a":1},"id":[],"label":"\\u0000"}',
  '{"href":"javascript:alert(1)"}',
  '{"__proto__":{"x":1}}',
  "[1]",
  "{",
);
const attribute = fc.oneof(
  fc.constantFrom(...names).map((name) => `data-node="${name}"`),
  fc.constantFrom(...Object.keys(documentSchema().marks), "glow").map((name) => `data-mark="${name}"`),
  json.map((text) => `data-attrs='${text}'`),
  json.map((text) => `data-more='${text}'`),
  fc.constantFrom(
    "data-title",
    "data-empty",
    "data-guildhall",
    "data-cell",
    "data-contents",
    'data-callout="x"',
    'data-type="taskList"',
    'data-type="detailsContent"',
    'colspan="999999999"',
    'start="9e99"',
    'type="checkbox"',
    `data-file="${newId()}"`,
    `data-mention="person" data-id="${newId()}"`,
    'data-live="x" data-params="["',
    'src="https://pictures.example/a.png"',
    'href="javascript:alert(1)"',
    'onclick="alert(1)"',
  ),
);
const { page } = fc.letrec<{ page: string; element: string }>((tie) => ({
  page: fc.array(tie("element"), { maxLength: 4 }).map((parts) => parts.join("")),
  element: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("words", " ", "雨天", "<br>"),
    fc
      .tuple(fc.constantFrom(...tags), fc.array(attribute, { maxLength: 2 }), tie("page"))
      .map(([tag, attributes, inner]) => `<${tag} ${attributes.join(" ")}>${inner}</${tag}>`),
  ),
}));

describe("a page from anywhere", () => {
  test("becomes a document that this edition can open, whatever it claims to be", () => {
    fc.assert(
      fc.property(page, (html) => {
        const settled = brought(`<article data-guildhall>${html}</article>`);
        expect(documentUpdate(settled).length).toBeGreaterThan(0);
        expect(typesIn(settled).filter((type) => !documentSchema().nodes[type])).toEqual([]);
        // Words are words, whatever they spell.
        const besideWords = JSON.stringify(settled, (name, value) => (name === "text" ? undefined : value));
        expect(besideWords).not.toMatch(/javascript:|onclick|alert\(/);
      }),
      { numRuns: 400, examples: [["<li ><p ><h1 data-title></h1></p></li>"]] },
    );
  });

  test("with a title where none can be has a heading there", () => {
    const settled = brought("<article data-guildhall><li><p><h1 data-title>Fair</h1></p></li></article>");
    expect(typesIn(settled).filter((type) => type === "title")).toHaveLength(1);
    expect(documentUpdate(settled).length).toBeGreaterThan(0);
  });

  test("with parts of a later edition keeps their words, and nothing of what holds them", () => {
    const settled = brought(
      `<article data-guildhall><h1 data-title>Fair</h1>
       <div data-node="poll" data-attrs='{"closes":"2026-12-01"}'><p>Where to?</p><p>Up the hill</p></div>
       <p>By <span data-node="weather" data-attrs='{"on":"2026-12-01"}'>sun</span> alone</p>
       <p data-more='{"glows":true,"textAlign":"x"}'><span data-mark="glow" data-attrs='{"in":"gold"}'>Lights</span></p>
       <blockquote><div data-node="poll"></div></blockquote></article>`,
    );
    expect(documentText(settled)).toEqual({ title: "Fair", body: "Where to?\nUp the hill\nBy sun alone\nLights" });
    expect(typesIn(settled).sort()).toEqual(["blockquote", "doc", "paragraph", "text", "title"]);
    expect(JSON.stringify(settled)).not.toMatch(/poll|weather|glow/);
    documentUpdate(settled);
  });

  test.each(["title", "doc", "text", "tableRow", "listItem", "image"])(
    "that says a box of it is a %s is read as what it holds",
    (name) => {
      const settled = brought(`<p>before</p><div data-node="${name}" data-attrs='{"src":"x"}'>within</div>`);
      documentUpdate(settled);
      expect(documentText(settled).body).toBe("before\nwithin");
    },
  );

  test("says nothing about what this edition knows but where that is checked", () => {
    const settled = brought(
      `<article data-guildhall><h2 data-more='{"level":[9]}'>Heading</h2>
       <table><tr><td data-more='{"colspan":1000000000}'>cell</td><td>other</td></tr></table>
       <p><span data-mark="link" data-attrs='{"href":"javascript:alert(1)"}'>there</span></p></article>`,
    );
    expect(partsOf(settled).find(({ type }) => type === "heading")?.attrs).toEqual({ level: 2 });
    expect(partsOf(settled).find(({ type }) => type === "tableCell")?.attrs).toMatchObject({ colspan: 1, rowspan: 1 });
    expect(partsOf(settled).find(({ text }) => text === "there")?.marks ?? []).toEqual([]);
  });

  test("of which nothing fits a box any more still has the box, with an empty line", () => {
    const cells = `<tr>${'<td><img src="https://pictures.example/a.png"></td>'.repeat(10)}</tr>`.repeat(15);
    const settled = brought(`<p>Much</p><table>${cells}</table>`);
    documentUpdate(settled);
    expect(partsOf(settled).filter(({ type }) => type === "image")).toHaveLength(100);
    expect(partsOf(settled).filter(({ type }) => type === "tableCell")).toHaveLength(150);
  });
});
