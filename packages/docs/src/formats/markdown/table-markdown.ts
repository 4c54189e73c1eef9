import { asSpan } from "../../editor/document-attributes.ts";
import type { DocumentNode } from "../../editor/document-node.ts";
import { writeHtmlPart } from "../html/write-html.ts";
import type { Writing } from "../writing.ts";
import { inlineMarkdown } from "./inline-markdown.ts";

/** A table with a head above and a line in every cell; any other stands there as HTML. */
export function tableMarkdown(table: DocumentNode, writing: Writing): string {
  const rows = (table.content ?? []).map(({ content = [] }) => content);
  const [head = [], ...body] = rows;
  if (!isPlain(rows)) return writeHtmlPart([table], writing).replace(/\n/g, "&#10;");
  const line = (cells: readonly DocumentNode[]) => `| ${cells.map((cell) => words(cell, writing)).join(" | ")} |`;
  return [line(head), `| ${head.map(() => "---").join(" | ")} |`, ...body.map(line)].join("\n");
}

function isPlain(rows: readonly (readonly DocumentNode[])[]): boolean {
  const [head = [], ...body] = rows;
  return (
    head.length > 0 &&
    head.every(({ type }) => type === "tableHeader") &&
    body.every((row) => row.length === head.length && row.every(({ type }) => type === "tableCell")) &&
    rows.flat().every(isLine)
  );
}

function isLine({ attrs = {}, content = [] }: DocumentNode): boolean {
  const [only] = content;
  if (asSpan(attrs.colspan ?? 1) > 1 || asSpan(attrs.rowspan ?? 1) > 1) return false;
  return content.length === 0 || (content.length === 1 && only?.type === "paragraph");
}

function words({ content = [] }: DocumentNode, writing: Writing): string {
  return inlineMarkdown(content[0]?.content ?? [], writing, true).trim();
}
