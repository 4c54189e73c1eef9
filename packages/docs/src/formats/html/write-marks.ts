import { documentSchema } from "../../editor/document-extensions.ts";
import type { DocumentMark, DocumentNode } from "../../editor/document-node.ts";
import { idOf, safeHref } from "../../editor/safe-address.ts";
import type { Writing } from "../writing.ts";
import { tag } from "./html-text.ts";

const tags: Readonly<Record<string, string>> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strike: "s",
  code: "code",
  highlight: "mark",
};

/** Words in their marks; the first mark stands outermost. */
export function dressed(inner: string, marks: readonly DocumentMark[] = [], writing?: Writing): string {
  return marks.reduceRight((within, mark) => dress(within, mark, writing), inner);
}

function dress(inner: string, { type, attrs = {} }: DocumentMark, writing: Writing | undefined): string {
  const name = tags[type];
  if (name) return tag(name, {}, inner);
  if (type === "comment") return tag("mark", { "data-thread": idOf(attrs.threadId) }, inner);
  if (type === "link") {
    const href = safeHref(attrs.href);
    return href === "" ? inner : tag("a", { href: writing?.linkHref(href) ?? href }, inner);
  }
  return tag("span", { "data-mark": type, "data-attrs": JSON.stringify(attrs) }, inner);
}

/** Attributes that a later edition gave to a node that this one knows. */
export function moreOf({ type, attrs = {} }: DocumentNode): { "data-more"?: string } {
  const known = documentSchema().nodes[type]?.spec.attrs ?? {};
  const more = Object.entries(attrs).filter(([name]) => !Object.hasOwn(known, name));
  return more.length > 0 ? { "data-more": JSON.stringify(Object.fromEntries(more)) } : {};
}
