import { asSpan } from "../../editor/document-attributes.ts";
import type { DocumentNode } from "../../editor/document-node.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import type { Reading } from "./reading.ts";

/** A table by its rows, wherever in it they stand; one that only lays out a single cell is what stands in that. */
export function tableOf({ children }: HtmlElement, reading: Reading): DocumentNode[] {
  const rows = rowsIn(children);
  const cells = rows.map(({ children: inner }) => inner.filter(isCell));
  if (
    cells.length === 1 &&
    cells[0]?.length === 1 &&
    cells[0][0]?.tag === "td" &&
    !("data-cell" in cells[0][0].attributes)
  )
    return reading.blocks(cells[0][0].children);
  const content = cells
    .filter((row) => row.length > 0)
    .map((row): DocumentNode => ({ type: "tableRow", content: row.map((cell) => cellOf(cell, reading)) }));
  const caption = children.find((child): child is HtmlElement => typeof child !== "string" && child.tag === "caption");
  const above = caption ? reading.blocks(caption.children) : [];
  return content.length > 0 ? [...above, { type: "table", content }] : above;
}

function rowsIn(children: readonly HtmlNode[]): HtmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.tag === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tag) ? rowsIn(child.children) : [];
  });
}

const isCell = (node: HtmlNode): node is HtmlElement =>
  typeof node !== "string" && (node.tag === "td" || node.tag === "th");

function cellOf({ tag, attributes, children }: HtmlElement, reading: Reading): DocumentNode {
  return {
    type: tag === "th" ? "tableHeader" : "tableCell",
    attrs: { colspan: asSpan(attributes.colspan ?? 1), rowspan: asSpan(attributes.rowspan ?? 1) },
    content: reading.filled(children),
  };
}
