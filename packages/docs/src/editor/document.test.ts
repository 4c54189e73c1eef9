import { getSchema } from "@tiptap/core";
import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { documentExtensions, documentSchema } from "./document-extensions.ts";
import { documentJson } from "./document-json.ts";
import { documentLinks } from "./document-links.ts";
import { type DocumentNode, documentField } from "./document-node.ts";
import { documentText } from "./document-text.ts";
import { documentUpdate, emptyDocument } from "./document-update.ts";
import { documentTemplates } from "./templates/document-templates.ts";
import { findUnknownParts, nothingUnknown } from "./unknown-parts.ts";

const lin = "0198f000-0000-7000-8000-000000000001";
const acme = "0198f000-0000-7000-8000-000000000002";
const plan = "0198f000-0000-7000-8000-000000000003";
const map = "0198f000-0000-7000-8000-000000000004";
const one = "0198f000-0000-7000-8000-000000000005";
const other = "0198f000-0000-7000-8000-000000000006";

const text = (words: string, ...marks: DocumentNode["marks"] & object) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const about = (threadId: string) => ({ type: "comment", attrs: { threadId } });
const mention = (kind: string, id: string, label: string) => ({ type: "mention", attrs: { kind, id, label } });
const camp: DocumentNode = {
  type: "doc",
  content: [
    { type: "title", content: [text("Ridge Camp")] },
    {
      type: "paragraph",
      content: [
        text("Ask "),
        mention("person", lin, "Lin Qiao"),
        text(" of ", about(one)),
        text("both", about(one), about(other)),
        mention("company", acme, "Acme"),
        text(" about "),
        mention("document", plan, "The plan"),
      ],
    },
    { type: "image", attrs: { fileId: map, alt: "The slope" } },
    {
      type: "taskList",
      content: [
        {
          type: "taskItem",
          attrs: { checked: true, taskId: other },
          content: [{ type: "paragraph", content: [text("水")] }],
        },
      ],
    },
  ],
};

function room(document: DocumentNode): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, documentUpdate(document));
  return doc;
}

describe("a document", () => {
  test("begins with the same bytes wherever it begins", () => {
    expect(documentUpdate(camp)).toEqual(documentUpdate(structuredClone(camp)));
    const twice = room(camp);
    Y.applyUpdate(twice, documentUpdate(camp));
    expect(documentText(twice)).toEqual(documentText(camp));
  });

  test("is read back as it was written, overlapping comments too", () => {
    const read = documentSchema().nodeFromJSON(documentJson(room(camp)));
    expect(read.eq(documentSchema().nodeFromJSON(camp))).toBe(true);
  });

  test("is searched by its words, those of names and pictures too", () => {
    expect(documentText(room(camp))).toEqual({
      title: "Ridge Camp",
      body: "Ask @Lin Qiao of both@Acme about The plan\nThe slope\n水",
    });
  });

  test("says what it mentions", () => {
    expect(documentLinks(room(camp))).toEqual({
      people: [lin],
      companies: [acme],
      documents: [plan],
      files: [map],
      threads: [one, other],
      tasks: [other],
    });
  });

  test("of nothing but a title is one", () => {
    expect(documentText(room(emptyDocument("会议")))).toEqual({ title: "会议", body: "" });
    expect(documentText(room(emptyDocument("")))).toEqual({ title: "", body: "" });
  });

  test.each([
    { type: "doc", content: [{ type: "paragraph" }] },
    { type: "doc", content: [{ type: "title" }, { type: "marquee" }] },
    { type: "paragraph" },
  ])("is not %j", (json) => {
    expect(() => documentUpdate(json)).toThrow(RangeError);
  });
});

describe.each(["en", "zh-CN"] as const)("templates in %s", (locale) => {
  test.each(documentTemplates(locale).map((template) => [template.key, template] as const))("%s", (_, template) => {
    const { title, body } = documentText(room(template.json));
    expect(title).not.toBe("");
    expect(body.length).toBeGreaterThan(100);
    expect(template.description).not.toBe("");
  });
});

describe("what a later edition wrote", () => {
  /** A poll among the blocks, with its choices and a mark and an attribute that nobody here has heard of. */
  function written(): Y.Doc {
    const doc = room(camp);
    const root = doc.getXmlFragment(documentField);
    const poll = new Y.XmlElement("poll");
    poll.setAttribute("closes", "2026-12-01");
    const choice = new Y.XmlElement("pollChoice");
    choice.insert(0, [new Y.XmlText("Yes")]);
    poll.insert(0, [choice]);
    const item = new Y.XmlElement("bulletList");
    item.insert(0, [new Y.XmlElement("emojiItem")]);
    root.insert(1, [poll, item]);
    const paragraph = root.get(3);
    if (!(paragraph instanceof Y.XmlElement)) throw new Error("no paragraph");
    paragraph.setAttribute("mood", "calm");
    const words = paragraph.get(0);
    if (words instanceof Y.XmlText) words.format(0, 3, { sparkle: { of: "gold" } });
    return doc;
  }

  test("is named, so that stand-ins can be made for it", () => {
    expect(findUnknownParts(room(camp).getXmlFragment(documentField), documentSchema())).toEqual(nothingUnknown);
    expect(findUnknownParts(written().getXmlFragment(documentField), documentSchema())).toEqual({
      nodes: [
        { name: "emojiItem", inline: false, holds: "nothing", within: ["bulletList"], attributes: [] },
        { name: "poll", inline: false, holds: "blocks", within: ["doc"], attributes: ["closes"] },
        { name: "pollChoice", inline: false, holds: "words", within: ["poll"], attributes: [] },
      ],
      marks: [{ name: "sparkle", overlaps: false, attributes: ["of"] }],
      attributes: [{ type: "paragraph", names: ["mood"] }],
    });
  });

  test("fits a schema with stand-ins, and comes out of it as it was", () => {
    const doc = written();
    const unknown = findUnknownParts(doc.getXmlFragment(documentField), documentSchema());
    const schema = getSchema(documentExtensions({ unknown }));
    const node = schema.nodeFromJSON(documentJson(doc));
    node.check();
    const copy = new Y.Doc();
    prosemirrorJSONToYXmlFragment(schema, node.toJSON(), copy.getXmlFragment(documentField));
    expect(documentText(copy)).toEqual(documentText(doc));
    expect(findUnknownParts(copy.getXmlFragment(documentField), documentSchema())).toEqual(unknown);
  });
});
