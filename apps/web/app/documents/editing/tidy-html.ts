import { documentLimits } from "@guildhall/docs/schemas";

/**
 * Pasted HTML, before it is read into the document: as a page that is nowhere, where nothing loads or runs. Whole tables
 * are cut here, since to read their cells is what takes long.
 */
export function tidyHtml(html: string): string {
  if (!/<(?:table|ul|ol|img|input)\b/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const table of page.querySelectorAll("table")) cutTable(table);
  for (const list of page.querySelectorAll("ul")) asTasks(list);
  return page.body.innerHTML;
}

/** One row more than may stay, so that what reads it then knows that there was more. */
function cutTable(table: HTMLTableElement): void {
  const { rows, cells, columns } = documentLimits;
  const wide = Math.min(columns + 1, Math.max(1, ...[...table.rows].slice(0, 20).map((row) => row.cells.length)));
  const most = Math.min(rows, Math.floor(cells / wide)) + 1;
  for (const row of [...table.rows].slice(most)) row.remove();
  for (const row of table.rows) for (const cell of [...row.cells].slice(columns + 1)) cell.remove();
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
