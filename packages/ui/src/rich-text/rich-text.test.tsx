import { plainFromRichText, readRichText, richTextFromPlain } from "@guildhall/core";
import { expect, test } from "vitest";
import { plainMarkup } from "../plain-markup.ts";
import { asHref } from "./as-href.ts";
import { RichTextView } from "./rich-text-view.tsx";

const paragraph = (...content: unknown[]) => ({ type: "doc", content: [{ type: "paragraph", content }] });
const link = (href: string) =>
  paragraph({ type: "text", text: "here", marks: [{ type: "link", attrs: { href, target: "_top" } }] });

test("what was written is shown as elements of ours, and never as HTML of theirs", () => {
  const html = plainMarkup(
    <RichTextView value={JSON.stringify(paragraph({ type: "text", text: "<b>x</b>", marks: [{ type: "bold" }] }))} />,
  );
  expect(html).toContain("<strong>&lt;b&gt;x&lt;/b&gt;</strong>");
});

test.each(["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//elsewhere.example", "vbscript:x"])(
  "no link leads to %s",
  (href) => {
    expect(readRichText(link(href))).toBeUndefined();
    expect(asHref(href)).toBeUndefined();
  },
);

test("a link keeps its address and nothing else", () => {
  expect(readRichText(link("https://guildhall.example"))).toEqual(
    paragraph({ type: "text", text: "here", marks: [{ type: "link", attrs: { href: "https://guildhall.example" } }] }),
  );
});

test.each([
  null,
  "",
  "{",
  "[]",
  { type: "doc", content: [{ type: "image" }] },
  paragraph({ type: "text", text: 1 }),
  paragraph({ type: "text", text: "x", marks: [{ type: "script" }] }),
])("%j is no such tree", (value) => {
  expect(readRichText(value)).toBeUndefined();
});

test("an address is made whole as it was meant", () => {
  expect(asHref("guildhall.example/camp")).toBe("https://guildhall.example/camp");
  expect(asHref("lin@yuanshan.example")).toBe("mailto:lin@yuanshan.example");
  expect(asHref("/w/yuanshan")).toBe("/w/yuanshan");
  expect(asHref(" ")).toBe("");
  expect(asHref("two words")).toBeUndefined();
});

test("plain text comes back as it was", () => {
  const text = "One\ntwo\n\nthree";
  expect(plainFromRichText(richTextFromPlain(text))).toBe(text);
});
