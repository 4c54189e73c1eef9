import {
  ExternalHyperlink,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  ShadingType,
  TextRun,
} from "docx";
import { mentioned } from "../../editor/document-attributes.ts";
import { type DocumentMark, type DocumentNode, documentMentionKinds, oneOf } from "../../editor/document-node.ts";
import { idOf, safeHref } from "../../editor/safe-address.ts";
import type { Writing } from "../writing.ts";
import { codeFont, ink } from "./docx-style.ts";

/** A line of words, names and breaks. */
export function docxLine(nodes: readonly DocumentNode[], writing: Writing, style: IRunOptions = {}): ParagraphChild[] {
  return nodes.flatMap((node) => inline(node, writing, style));
}

function inline(node: DocumentNode, writing: Writing, style: IRunOptions): ParagraphChild[] {
  const worn = { ...style, ...styleOf(node.marks ?? []) };
  if (node.type === "hardBreak") return [new TextRun({ ...worn, break: 1 })];
  if (node.type === "mention") return mention(node, writing, worn);
  if (node.type !== "text") return (node.content ?? []).flatMap((child) => inline(child, writing, style));
  const link = node.marks?.find(({ type }) => type === "link");
  const href = link ? safeHref(link.attrs?.href) : "";
  const text = printable(node.text ?? "");
  if (href === "") return [new TextRun({ ...worn, text })];
  return [leading(writing.linkHref(href), new TextRun({ ...worn, text, style: "Hyperlink" }))];
}

function mention({ attrs = {} }: DocumentNode, { mentionHref }: Writing, style: IRunOptions): ParagraphChild[] {
  const [kind, id] = [oneOf(documentMentionKinds, attrs.kind), idOf(attrs.id)];
  const href = id ? mentionHref({ kind, id }) : undefined;
  const run = new TextRun({ ...style, color: ink.seal, text: printable(mentioned(attrs)) });
  return [href ? leading(href, run) : run];
}

/** A place in the same file, or an address. */
export function leading(href: string, run: TextRun): ParagraphChild {
  return href.startsWith("#")
    ? new InternalHyperlink({ anchor: href.slice(1), children: [run] })
    : new ExternalHyperlink({ link: href, children: [run] });
}

function styleOf(marks: readonly DocumentMark[]): IRunOptions {
  return Object.assign({}, ...marks.map(({ type }) => styles[type] ?? {}));
}

const styles: Readonly<Record<string, IRunOptions>> = {
  bold: { bold: true },
  italic: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  highlight: { shading: { type: ShadingType.CLEAR, fill: "F8ECD2", color: "auto" } },
  code: { font: codeFont, shading: { type: ShadingType.CLEAR, fill: ink.sunk, color: "auto" } },
};

/** XML has no place for most control characters. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
