import { type Cut, documentLimits, safeImageSrc } from "@guildhall/docs/schemas";

/** Elements of a page that are read: more than the blocks that come in could need. */
const mostElements = 40_000;
/** Characters that another editor says of what stands around a piece: nobody nests for longer. */
const mostContext = 2_000;

/**
 * Pasted HTML, before it is read into the document: as a page that is nowhere, where nothing loads or runs. What is much
 * is cut here, since to read it is what takes long; `onCut` hears of what was left out.
 */
export function tidyHtml(html: string, onCut: (cuts: readonly Cut[]) => void): string {
  if (html.length < 10_000 && !/<(?:table|ul|ol|img|input)\b|data-pm-slice/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, "text/html");
  const cuts = [...cutPage(page), ...[...page.querySelectorAll("table")].flatMap(cutTable), ...leavePictures(page)];
  if (cuts.length > 0) onCut(cuts);
  for (const list of page.querySelectorAll("ul")) asTasks(list);
  for (const piece of page.querySelectorAll("[data-pm-slice]"))
    if ((piece.getAttribute("data-pm-slice")?.length ?? 0) > mostContext) piece.removeAttribute("data-pm-slice");
  return page.body.innerHTML;
}

/** One picture and nothing else: beside it, what is copied brings its file. */
export function isPictureAlone(html: string): boolean {
  return /^\s{0,99}(?:<meta[^>]*>)?\s{0,99}<img[^>]*>\s*$/i.test(html);
}

function cutPage({ body }: Document): Cut[] {
  const first = body.getElementsByTagName("*")[mostElements];
  if (!first || !body.lastChild) return [];
  const rest = body.ownerDocument.createRange();
  rest.setStartBefore(first);
  rest.setEndAfter(body.lastChild);
  rest.deleteContents();
  return [{ what: "blocks" }];
}

/** Pictures that stand in the page itself, on somebody's disk or where nothing is encrypted cannot come along. */
function leavePictures(page: Document): Cut[] {
  const left = [...page.querySelectorAll("img")].filter(
    (picture) =>
      !picture.hasAttribute("data-file") && safeImageSrc(picture.getAttribute("src")) === "" && isSeen(picture),
  );
  for (const picture of left) picture.remove();
  return left.length > 0 ? [{ what: "elsewhere", of: left.length }] : [];
}

/** What mails and pages count their readers with is no picture. */
function isSeen(picture: HTMLImageElement): boolean {
  return !["width", "height"].some((side) => /^[01](?:px)?$/.test(picture.getAttribute(side) ?? ""));
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
