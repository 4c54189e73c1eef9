import { calloutKinds, type DocumentNode, oneOf, textOf } from "../../editor/document-node.ts";
import { liveQuestionOf } from "../../editor/live-questions.ts";
import { idOf, safeImageSrc } from "../../editor/safe-address.ts";
import { levelOf } from "../headings.ts";
import { columnShares, type GridCell, gridOf, headRows } from "../table-grid.ts";
import type { Writing } from "../writing.ts";
import { calloutColours, colours } from "./colours.ts";
import type { Faces } from "./fonts.ts";
import { leadsTo, pdfLine, pdfWords } from "./pdf-inlines.ts";
import type { PdfBlock, PdfCell } from "./pdf-node.ts";

export interface Printing {
  readonly writing: Writing;
  readonly faces: Faces;
  /** Of the place where the blocks stand, in points. */
  readonly width: number;
  /** Says where the next heading stands, for the outline and for links to it. */
  readonly anchor: (level: 1 | 2 | 3) => { readonly id: string; readonly outlineParentId: string };
  readonly headings: readonly { readonly text: string; readonly level: 1 | 2 | 3 }[];
  /** The id of the heading with this place among all. */
  readonly headingAt: (at: number) => string;
}

/** Blocks of a document, one under the other. */
export function pdfBlocks(nodes: readonly DocumentNode[], printing: Printing): PdfBlock[] {
  return nodes.flatMap((node) => block(node, printing));
}

const gap = 7;

function block(node: DocumentNode, printing: Printing): PdfBlock[] {
  const { attrs = {}, content = [] } = node;
  const { writing, faces } = printing;
  switch (node.type) {
    case "paragraph":
      return [{ text: pdfLine(content, writing, faces), margin: [0, 0, 0, gap] }];
    case "heading":
      return [heading(node, printing)];
    case "bulletList":
      return [
        { ul: content.map((item) => listItem(item, printing)), markerColor: colours.ink3, margin: [0, 0, 0, gap - 3] },
      ];
    case "orderedList":
      return [
        {
          ol: content.map((item) => listItem(item, printing)),
          start: Number.isSafeInteger(attrs.start) ? Number(attrs.start) : 1,
          markerColor: colours.ink2,
          margin: [0, 0, 0, gap - 3],
        },
      ];
    case "taskList":
      return [{ stack: content.map((item) => task(item, printing)), margin: [0, 0, 0, gap - 3] }];
    case "blockquote":
      return [boxed(pdfBlocks(content, narrower(printing, 16)), "quote")];
    case "callout":
      return [callout(node, printing)];
    case "horizontalRule":
      return [rule(printing)];
    default:
      return lessCommon(node, printing);
  }
}

function lessCommon(node: DocumentNode, printing: Printing): PdfBlock[] {
  const { content = [] } = node;
  const { writing, faces } = printing;
  switch (node.type) {
    case "codeBlock":
      return [code(content, printing)];
    case "details":
      return pdfBlocks(content, printing);
    case "detailsSummary":
      return [{ text: pdfLine(content, writing, faces).map((run) => ({ ...run, bold: true })), margin: [0, 0, 0, 4] }];
    case "detailsContent":
      return [{ stack: pdfBlocks(content, narrower(printing, 14)), margin: [14, 0, 0, 0] }];
    case "table":
      return [table(node, printing)];
    case "image":
      return picture(node, printing);
    case "file":
      return [file(node, printing)];
    case "contents":
      return contents(printing);
    case "liveBlock":
      return [liveBlock(node, printing)];
    default:
      return [quiet(writing.words.unknown, printing)];
  }
}

function narrower(printing: Printing, by: number): Printing {
  return { ...printing, width: Math.max(60, printing.width - by) };
}

const sizes = { 1: 17, 2: 14, 3: 11.5 } as const;

function heading({ attrs = {}, content = [] }: DocumentNode, { writing, faces, anchor }: Printing): PdfBlock {
  const level = levelOf(attrs.level);
  const said = content
    .map(({ text = "" }) => text)
    .join("")
    .trim();
  return {
    text: pdfLine(content, writing, faces, "title").map((run) => ({ ...run, bold: true })),
    fontSize: sizes[level],
    lineHeight: 1.05,
    headlineLevel: level,
    margin: [0, level === 1 ? 14 : 10, 0, 5],
    ...(said !== "" && {
      ...anchor(level),
      outline: true,
      outlineText: said.slice(0, 200),
      outlineExpanded: level === 1,
    }),
  };
}

function listItem({ content = [] }: DocumentNode, printing: Printing): PdfBlock {
  return { stack: tight(pdfBlocks(content, narrower(printing, 18))) };
}

/** In an item there is less room between blocks. */
function tight(blocks: PdfBlock[]): PdfBlock[] {
  return blocks.map((each) =>
    "text" in each && each.margin && !("id" in each) ? { ...each, margin: [0, 0, 0, 3] } : each,
  );
}

function task({ attrs = {}, content = [] }: DocumentNode, printing: Printing): PdfBlock {
  const { writing, faces } = printing;
  const isDone = attrs.checked === true;
  const said = [
    textOf(attrs.assignee) && `@${textOf(attrs.assignee)}`,
    textOf(attrs.dueOn) && writing.words.day(textOf(attrs.dueOn)),
  ];
  const about = said.filter((each) => each !== "").join(" · ");
  return {
    columns: [
      { width: 12, canvas: box(isDone), margin: [0, 4, 0, 0] },
      {
        width: "*",
        stack: [
          ...tight(pdfBlocks(content, narrower(printing, 18))),
          ...(about
            ? [
                {
                  text: pdfWords(about, faces, { color: colours.ink3, fontSize: 9 }),
                  margin: [0, 0, 0, 3] as [number, number, number, number],
                },
              ]
            : []),
        ],
      },
    ],
    columnGap: 6,
  };
}

function box(isDone: boolean): object[] {
  const square = {
    type: "rect",
    x: 0.5,
    y: 0.5,
    w: 8,
    h: 8,
    r: 1.5,
    lineWidth: 0.8,
    lineColor: isDone ? colours.jade : colours.ink3,
  };
  if (!isDone) return [square];
  const tick = {
    type: "polyline",
    lineWidth: 1.2,
    lineColor: "#ffffff",
    points: [
      { x: 2.3, y: 4.7 },
      { x: 4, y: 6.4 },
      { x: 7, y: 2.8 },
    ],
  };
  return [{ ...square, color: colours.jade }, tick];
}

function boxed(stack: PdfBlock[], layout: string): PdfBlock {
  // A short one stands on one page.
  const dontBreakRows = JSON.stringify(stack).length < 6_000 && !JSON.stringify(stack).includes('"image":');
  return {
    table: { widths: ["*"], dontBreakRows, body: [[{ stack: ended(stack) }]] },
    layout,
    margin: [0, 2, 0, gap + 2],
  };
}

/** In a box, its own edge makes the room below the last block. */
function ended(stack: PdfBlock[]): PdfBlock[] {
  return stack.map((each, at) => {
    const [left, top, right] = each.margin ?? [0, 0, 0];
    return at === stack.length - 1 ? { ...each, margin: [left, top, right, 0] } : each;
  });
}

function callout({ attrs = {}, content = [] }: DocumentNode, printing: Printing): PdfBlock {
  const kind = oneOf(calloutKinds, attrs.kind);
  const name = pdfWords(printing.writing.words.callouts[kind], printing.faces, {
    bold: true,
    color: calloutColours[kind],
    fontSize: 9,
  });
  return boxed([{ text: name, margin: [0, 0, 0, 3] }, ...pdfBlocks(content, narrower(printing, 26))], kind);
}

function rule({ width }: Printing): PdfBlock {
  const from = Math.max(0, width / 2 - 36);
  const line = { type: "line", x1: from, y1: 0, x2: from + 72, y2: 0, lineWidth: 0.8, lineColor: colours.lineStrong };
  return { canvas: [line], margin: [0, 10, 0, 14] };
}

function code(content: readonly DocumentNode[], { faces }: Printing): PdfBlock {
  const text = content
    .map(({ text: words = "" }) => words)
    .join("")
    .replace(/\t/g, "  ");
  const runs = pdfWords(text || " ", faces, {}, "code");
  return boxed([{ text: runs, fontSize: 8.8, lineHeight: 1.05, preserveLeadingSpaces: true }], "code");
}

function table(node: DocumentNode, printing: Printing): PdfBlock {
  const grid = gridOf(node);
  const shares = columnShares(grid);
  const size = shares.length > 10 ? 6.5 : shares.length > 6 ? 8 : 9.5;
  const cellOf = (cell: GridCell | null, at: number): PdfCell => {
    if (!cell) return { stack: [] };
    const inside = narrower(printing, printing.width - printing.width * (shares[at] ?? 1) + 12);
    return {
      stack: ended(tight(pdfBlocks(cell.content, inside))),
      ...(cell.columns > 1 && { colSpan: cell.columns }),
      ...(cell.rows > 1 && { rowSpan: cell.rows }),
      ...(cell.isHead && { fillColor: colours.sunk, bold: true }),
    };
  };
  return {
    table: {
      widths: shares.map((share) => `${(share * 100).toFixed(3)}%`),
      headerRows: headRows(grid),
      keepWithHeaderRows: 1,
      body: grid.map((row) => row.map(cellOf)),
    },
    layout: "grid",
    fontSize: size,
    margin: [0, 2, 0, gap + 3],
  };
}

const tallest = 420;

function picture({ attrs = {} }: DocumentNode, printing: Printing): PdfBlock[] {
  const { writing, faces, width } = printing;
  const fileId = idOf(attrs.fileId);
  const shown = fileId ? writing.fileOf(fileId)?.picture : undefined;
  const alt = textOf(attrs.alt);
  const elsewhere = fileId ? "" : safeImageSrc(attrs.src);
  if (!shown) {
    if (elsewhere)
      return [
        { text: pdfWords(alt || elsewhere, faces, { color: colours.indigo, link: elsewhere }), margin: [0, 0, 0, gap] },
      ];
    return [quiet(alt || textOf(attrs.name) || writing.words.pictureGone, printing)];
  }
  const natural = Math.min(width, shown.width * 0.6);
  return [
    {
      image: `data:image/${shown.type === "jpg" ? "jpeg" : "png"};base64,${Buffer.from(shown.bytes).toString("base64")}`,
      fit: [natural, tallest],
      margin: [0, 3, 0, alt ? 3 : gap + 2],
    },
    ...(alt
      ? [
          {
            text: pdfWords(alt, faces, { color: colours.ink3, fontSize: 9 }),
            margin: [0, 0, 0, gap + 2] as [number, number, number, number],
          },
        ]
      : []),
  ];
}

function file({ attrs = {} }: DocumentNode, { writing, faces }: Printing): PdfBlock {
  const fileId = idOf(attrs.fileId);
  const found = fileId ? writing.fileOf(fileId) : undefined;
  const name = textOf(attrs.name) || found?.name || writing.words.fileUnnamed;
  const style = found?.href ? { color: colours.indigo, ...leadsTo(found.href) } : { color: colours.ink2 };
  return boxed([{ text: pdfWords(name, faces, style) }], "part");
}

function contents({ headings, headingAt, writing, faces }: Printing): PdfBlock[] {
  const lines = headings.map(
    ({ text, level }, at): PdfBlock => ({
      columns: [
        { width: "*", text: pdfWords(text, faces, { linkToDestination: headingAt(at) }) },
        { width: 44, pageReference: headingAt(at), alignment: "right", color: colours.ink3 },
      ],
      margin: [(level - 1) * 14, 0, 0, 2],
    }),
  );
  if (lines.length === 0) return [];
  const title: PdfBlock = {
    text: pdfWords(writing.words.contents, faces, { color: colours.ink3, fontSize: 9, bold: true }),
    margin: [0, 0, 0, 4],
  };
  return [{ stack: [title, ...lines], margin: [0, 2, 0, gap + 4] }];
}

function liveBlock({ attrs }: DocumentNode, { writing, faces }: Printing): PdfBlock {
  const shown = writing.liveText(liveQuestionOf(attrs));
  const title: PdfBlock = {
    text: pdfWords(shown?.title ?? writing.words.liveClosed, faces, { bold: shown !== undefined }),
  };
  return boxed([title, ...(shown?.lines ?? []).map((line): PdfBlock => ({ text: pdfWords(line, faces) }))], "part");
}

function quiet(text: string, { faces }: Printing): PdfBlock {
  return { text: pdfWords(text, faces, { color: colours.ink3 }), margin: [0, 0, 0, gap] };
}
