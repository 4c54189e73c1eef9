import { type Cut, documentLimits } from "@guildhall/docs/schemas";

/**
 * Pasted HTML, before it is read into the document: as a page that is nowhere, where nothing loads or runs. Whole tables
 * are cut here, since to read their cells is what takes long; `onCut` hears of what was left out.
 */
export function tidyHtml(html: string, onCut: (cuts: readonly Cut[]) => void): string {
  if (!/<(?:table|ul|ol|img|input)\b/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  const cuts = [...page.querySelectorAll("table")].flatMap(cutTable);
  if (cuts.length > 0) onCut(cuts);
  for (const list of page.querySelectorAll("ul")) asTasks(list);
  return page.body.innerHTML;
}

function cutTable(table: HTMLTableElement): Cut[] {
  const { rows, cells, columns } = documentLimits;
  const all = [...table.rows];
  const wide = all.slice(0, 20).reduce((most, row) => Math.max(most, row.cells.length), 1);
  const keptColumns = Math.min(columns, wide);
  const keptRows = Math.min(rows, Math.floor(cells / keptColumns));
  for (const row of all.slice(keptRows)) row.remove();
  for (const row of all.slice(0, keptRows)) for (const cell of [...row.cells].slice(keptColumns)) cell.remove();
  return [
    ...(all.length > keptRows ? [{ what: "rows" as const, kept: keptRows, of: all.length }] : []),
    ...(wide > keptColumns ? [{ what: "columns" as const, kept: keptColumns, of: wide }] : []),
  ];
}

/** Lists with boxes to tick, as Markdown and other editors write them. */
function asTasks(list: HTMLUListElement): void {
  const boxes = [...list.children].map((item) =>
    item.querySelector(
      ":scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]",
    ),
  );
  if (boxes.length === 0 || boxes.some((box) => box === null)) return;
  list.setAttribute("data-type", "taskList");
  for (const [at, item] of [...list.children].entries()) {
    const box = boxes[at];
    item.setAttribute("data-type", "taskItem");
    item.setAttribute(
      "data-checked",
      String(box?.hasAttribute("checked") === true || item.getAttribute("data-checked") === "true"),
    );
    box?.remove();
  }
}
