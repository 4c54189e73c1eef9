import type { Locale } from "@guildhall/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentSchema } from "../editor/document-extensions.ts";
import type { DocumentNode } from "../editor/document-node.ts";
import { documentText } from "../editor/document-text.ts";
import { documentTemplates } from "../editor/templates/document-templates.ts";
import { readHtml } from "./html/read-html.ts";
import { writeHtml } from "./html/write-html.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { writeMarkdown } from "./markdown/write-markdown.ts";
import { anyDocument } from "./test/any-document.ts";
import { plainWriting } from "./test/plain-writing.ts";

const whole = (json: DocumentNode) => {
  const node = documentSchema().nodeFromJSON(json);
  node.check();
  return node.toJSON();
};
const throughHtml = (json: DocumentNode) => readHtml(writeHtml(json, plainWriting), "");
const throughMarkdown = (text: string) => writeMarkdown(readMarkdown(text, "File"), plainWriting);

test("any document is the same after it went out as HTML and came in again, whatever stands in it", () => {
  fc.assert(
    fc.property(anyDocument, (json) => {
      expect(whole(throughHtml(json))).toEqual(whole(json));
    }),
    { numRuns: 150 },
  );
});

test("Markdown that any document became is read as a document, and is written as the same Markdown again", () => {
  fc.assert(
    fc.property(anyDocument, (json) => {
      const once = throughMarkdown(writeMarkdown(json, plainWriting));
      expect(throughMarkdown(once)).toBe(once);
      whole(readMarkdown(once, ""));
    }),
    { numRuns: 150 },
  );
});

test.each<Locale>(["en", "zh-CN"])("templates come back from Markdown as they went, in %s", (locale) => {
  for (const { json } of documentTemplates(locale)) {
    const text = throughMarkdown(writeMarkdown(json, plainWriting));
    expect(throughMarkdown(text)).toBe(text);
    expect(wordsOf(readMarkdown(text, ""))).toEqual(wordsOf(json));
  }
});

/** The words alone, whatever room stands between them. */
function wordsOf(json: DocumentNode): string[] {
  const { title, body } = documentText(json);
  return [title, ...body.split("\n")].map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "");
}
