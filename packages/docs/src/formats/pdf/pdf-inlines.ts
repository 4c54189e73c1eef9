import { mentioned } from "../../editor/document-attributes.ts";
import { type DocumentMark, type DocumentNode, documentMentionKinds, oneOf } from "../../editor/document-node.ts";
import { idOf, safeHref } from "../../editor/safe-address.ts";
import type { Writing } from "../writing.ts";
import { colours } from "./colours.ts";
import { fontRuns, type Voice } from "./font-runs.ts";
import type { Faces } from "./fonts.ts";
import type { PdfInline } from "./pdf-node.ts";

/** Words as runs of one font each. */
export function pdfWords(
  text: string,
  faces: Faces,
  style: Omit<PdfInline, "text"> = {},
  voice: Voice = "words",
): PdfInline[] {
  return fontRuns(text, faces, voice).map((run) => ({ ...style, ...run }));
}

/** A line of words, names and breaks. */
export function pdfLine(
  nodes: readonly DocumentNode[],
  writing: Writing,
  faces: Faces,
  voice: Voice = "words",
): PdfInline[] {
  const runs = nodes.flatMap((node) => inline(node, writing, faces, voice));
  return runs.length > 0 ? runs : [{ text: " ", font: faces.latin[0]?.family ?? "" }];
}

function inline(node: DocumentNode, writing: Writing, faces: Faces, voice: Voice): PdfInline[] {
  const style = styleOf(node.marks ?? [], writing);
  if (node.type === "hardBreak") return [{ text: "\n", font: faces.latin[0]?.family ?? "" }];
  if (node.type === "mention")
    return pdfWords(mentioned(node.attrs ?? {}), faces, { ...style, ...mentionStyle(node, writing) }, voice);
  if (node.type !== "text") return (node.content ?? []).flatMap((child) => inline(child, writing, faces, voice));
  const isCode = node.marks?.some(({ type }) => type === "code");
  return pdfWords(node.text ?? "", faces, style, isCode ? "code" : voice);
}

function mentionStyle({ attrs = {} }: DocumentNode, { mentionHref }: Writing): Omit<PdfInline, "text"> {
  const [kind, id] = [oneOf(documentMentionKinds, attrs.kind), idOf(attrs.id)];
  const href = id ? mentionHref({ kind, id }) : undefined;
  return { color: colours.seal, ...(href && leadsTo(href)) };
}

/** A place in the same file, or an address. */
export function leadsTo(href: string): Omit<PdfInline, "text"> {
  return href.startsWith("#") ? { linkToDestination: href.slice(1) } : { link: href };
}

function styleOf(marks: readonly DocumentMark[], writing: Writing): Omit<PdfInline, "text"> {
  return Object.assign({}, ...marks.map((mark) => markStyle(mark, writing)), decorationOf(marks));
}

function markStyle({ type, attrs = {} }: DocumentMark, writing: Writing): Omit<PdfInline, "text"> {
  if (type === "bold") return { bold: true };
  if (type === "italic") return { italics: true };
  if (type === "highlight") return { background: colours.ochreTint };
  if (type === "code") return { background: colours.sunk, fontSize: 9.5 };
  const href = type === "link" ? safeHref(attrs.href) : "";
  return href === "" ? {} : { color: colours.indigo, ...leadsTo(writing.linkHref(href)) };
}

function decorationOf(marks: readonly DocumentMark[]): Omit<PdfInline, "text"> {
  const lines = marks.flatMap(({ type }) => {
    if (type === "underline" || type === "link") return ["underline" as const];
    return type === "strike" ? ["lineThrough" as const] : [];
  });
  return lines.length > 0 ? { decoration: [...new Set(lines)] } : {};
}
