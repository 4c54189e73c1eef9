import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { calloutKinds, type DocumentNode, oneOf, textOf } from "../../editor/document-node.ts";
import { liveQuestionOf } from "../../editor/live-questions.ts";
import { idOf, safeImageSrc } from "../../editor/safe-address.ts";
import { levelOf } from "../headings.ts";
import { columnShares, gridOf, headRows } from "../table-grid.ts";
import type { Writing } from "../writing.ts";
import { docxLine, leading, printable } from "./docx-inlines.ts";
import { calloutInk, indentAt, ink, noBorder, thinBorder } from "./docx-style.ts";

export interface Typing {
  readonly writing: Writing;
  /** Where the paragraphs stand: in a list, in a box. */
  readonly around: IParagraphOptions;
  /** How many lists around. */
  readonly depth: number;
  /** In pixels. */
  readonly width: number;
  readonly headings: readonly { readonly text: string; readonly level: 1 | 2 | 3 }[];
  readonly nextHeading: () => string;
  readonly headingAt: (at: number) => string;
  /** The name of a list that counts from there on its own. */
  readonly numbering: (kind: "points" | "numbers", start: number) => string;
}

export type DocxBlock = Paragraph | Table;

/** Blocks of a document, one under the other. */
export function docxBlocks(nodes: readonly DocumentNode[], typing: Typing): DocxBlock[] {
  return nodes.flatMap((node) => block(node, typing));
}

function block(node: DocumentNode, typing: Typing): DocxBlock[] {
  const { attrs = {}, content = [] } = node;
  const { writing, around } = typing;
  switch (node.type) {
    case "paragraph":
      return [new Paragraph({ ...around, children: docxLine(content, writing) })];
    case "heading":
      return [heading(node, typing)];
    case "bulletList":
      return list(content, "points", 1, typing);
    case "orderedList":
      return list(content, "numbers", Number.isSafeInteger(attrs.start) ? Math.max(0, Number(attrs.start)) : 1, typing);
    case "taskList":
      return content.flatMap((item) => task(item, typing));
    case "blockquote":
      return [box(content, typing, { colour: ink.line })];
    case "callout":
      return [callout(node, typing)];
    case "horizontalRule":
      return [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: "⁂", color: ink.quiet })] }),
      ];
    default:
      return lessCommon(node, typing);
  }
}

function lessCommon(node: DocumentNode, typing: Typing): DocxBlock[] {
  const { content = [] } = node;
  const { writing, around } = typing;
  switch (node.type) {
    case "codeBlock":
      return code(content, typing);
    case "details":
      return docxBlocks(content, typing);
    case "detailsSummary":
      return [new Paragraph({ ...around, keepNext: true, children: docxLine(content, writing, { bold: true }) })];
    case "detailsContent":
      return docxBlocks(content, { ...typing, around: { ...around, indent: indentAt(typing.depth) } });
    case "table":
      return [table(node, typing), new Paragraph({ spacing: { after: 80 } })];
    case "image":
      return picture(node, typing);
    case "file":
      return [file(node, typing)];
    case "contents":
      return contents(typing);
    case "liveBlock":
      return [liveBlock(node, typing)];
    default:
      return [quiet(writing.words.unknown, typing)];
  }
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function heading({ attrs = {}, content = [] }: DocumentNode, { writing, around, nextHeading }: Typing): Paragraph {
  const said = content.some(({ text = "" }) => text.trim() !== "");
  const children = docxLine(content, writing);
  return new Paragraph({
    ...around,
    heading: levels[levelOf(attrs.level)],
    children: said ? [new Bookmark({ id: nextHeading(), children })] : children,
  });
}

function list(items: readonly DocumentNode[], kind: "points" | "numbers", start: number, typing: Typing): DocxBlock[] {
  const level = Math.min(8, typing.depth);
  const reference = typing.numbering(kind, start);
  return items.flatMap(({ content = [] }) =>
    item(content, { numbering: { reference, level }, spacing: { after: 60 } }, typing),
  );
}

/** The first line carries the sign, what follows stands below its words. */
function item(content: readonly DocumentNode[], signed: IParagraphOptions, typing: Typing): DocxBlock[] {
  const inside = { ...typing, depth: typing.depth + 1, width: Math.max(80, typing.width - 30) };
  const { left } = indentAt(Math.min(8, typing.depth));
  const [first, ...rest] = content;
  const isLine = first?.type === "paragraph";
  return [
    new Paragraph({ ...signed, children: isLine ? docxLine(first.content ?? [], typing.writing) : [] }),
    ...docxBlocks(isLine ? rest : content, {
      ...inside,
      around: { ...typing.around, indent: { left }, spacing: { after: 60 } },
    }),
  ];
}

function task({ attrs = {}, content = [] }: DocumentNode, typing: Typing): DocxBlock[] {
  const { writing, depth } = typing;
  const isDone = attrs.checked === true;
  const [first, ...rest] = content;
  const isLine = first?.type === "paragraph";
  const about = [
    textOf(attrs.assignee) && `@${textOf(attrs.assignee)}`,
    textOf(attrs.dueOn) && writing.words.day(textOf(attrs.dueOn)),
  ]
    .filter((each) => each !== "")
    .join(" · ");
  const indent = indentAt(Math.min(8, depth));
  return [
    new Paragraph({
      ...typing.around,
      indent,
      spacing: { after: 60 },
      children: [
        new TextRun({ text: isDone ? "☑" : "☐", font: "Segoe UI Symbol", color: isDone ? calloutInk.done : ink.quiet }),
        new TextRun({ text: "\t" }),
        ...(isLine ? docxLine(first.content ?? [], writing) : []),
        ...(about ? [new TextRun({ text: `  ${printable(about)}`, color: ink.quiet, size: 18 })] : []),
      ],
    }),
    ...docxBlocks(isLine ? rest : content, {
      ...typing,
      depth: depth + 1,
      around: { ...typing.around, indent: { left: indent.left }, spacing: { after: 60 } },
    }),
  ];
}

interface BoxLook {
  readonly colour: string;
  readonly named?: string;
  readonly isFramed?: boolean;
}

function box(content: readonly DocumentNode[], typing: Typing, { colour, named, isFramed = false }: BoxLook): Table {
  const edge = isFramed ? thinBorder : noBorder;
  const inside = docxBlocks(content, { ...typing, around: {}, depth: 0, width: Math.max(80, typing.width - 40) });
  const title = named
    ? [
        new Paragraph({
          spacing: { after: 40 },
          children: [new TextRun({ text: named, bold: true, color: colour, size: 18 })],
        }),
      ]
    : [];
  const last = inside.at(-1) instanceof Table || inside.length + title.length === 0 ? [new Paragraph({})] : [];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    margins: { top: 80, bottom: 20, left: 180, right: 140 },
    borders: {
      top: edge,
      bottom: edge,
      right: edge,
      left: { style: BorderStyle.SINGLE, size: 18, color: colour },
      insideHorizontal: noBorder,
      insideVertical: noBorder,
    },
    rows: [new TableRow({ children: [new TableCell({ children: [...title, ...inside, ...last] })] })],
  });
}

function callout({ attrs = {}, content = [] }: DocumentNode, typing: Typing): Table {
  const kind = oneOf(calloutKinds, attrs.kind);
  return box(content, typing, { colour: calloutInk[kind], named: typing.writing.words.callouts[kind], isFramed: true });
}

function code(content: readonly DocumentNode[], { around }: Typing): Paragraph[] {
  const lines = content
    .map(({ text = "" }) => text)
    .join("")
    .split("\n");
  return lines.map(
    (line, at) =>
      new Paragraph({
        ...around,
        style: "Code",
        ...(at === lines.length - 1 && { spacing: { after: 160 } }),
        shading: { type: ShadingType.CLEAR, fill: ink.sunk, color: "auto" },
        children: [new TextRun({ text: printable(line) })],
      }),
  );
}

function table(node: DocumentNode, typing: Typing): Table {
  const grid = gridOf(node);
  const heads = headRows(grid);
  const shares = columnShares(grid);
  const rows = grid.map(
    (row, at) =>
      new TableRow({
        tableHeader: at < heads,
        cantSplit: true,
        children: row.flatMap((cell, column) => {
          if (!cell) return [];
          const width = Math.max(40, typing.width * (shares[column] ?? 1));
          const inside = docxBlocks(cell.content, { ...typing, around: { spacing: { after: 40 } }, depth: 0, width });
          return new TableCell({
            columnSpan: cell.columns,
            rowSpan: cell.rows,
            ...(cell.isHead && { shading: { type: ShadingType.CLEAR, fill: ink.sunk, color: "auto" } }),
            children: inside.length > 0 && !(inside.at(-1) instanceof Table) ? inside : [...inside, new Paragraph({})],
          });
        }),
      }),
  );
  const borders = { top: thinBorder, bottom: thinBorder, left: thinBorder, right: thinBorder };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map((share) => Math.round(share * 9_000)),
    margins: { top: 60, bottom: 30, left: 100, right: 100 },
    borders: { ...borders, insideHorizontal: thinBorder, insideVertical: thinBorder },
    rows,
  });
}

const tallest = 560;

function picture({ attrs = {} }: DocumentNode, typing: Typing): Paragraph[] {
  const { writing, around, width } = typing;
  const fileId = idOf(attrs.fileId);
  const shown = fileId ? writing.fileOf(fileId)?.picture : undefined;
  const alt = printable(textOf(attrs.alt));
  if (!shown) {
    const elsewhere = fileId ? "" : safeImageSrc(attrs.src);
    if (!elsewhere) return [quiet(alt || textOf(attrs.name) || writing.words.pictureGone, typing)];
    return [
      new Paragraph({
        ...around,
        children: [leading(elsewhere, new TextRun({ text: alt || elsewhere, style: "Hyperlink" }))],
      }),
    ];
  }
  const scale = Math.min(1, width / shown.width, tallest / shown.height);
  const size = { width: Math.round(shown.width * scale), height: Math.round(shown.height * scale) };
  const altText = { name: textOf(attrs.name) || "picture", title: alt, description: alt };
  const image = new ImageRun({ type: shown.type, data: Buffer.from(shown.bytes), transformation: size, altText });
  const caption = new Paragraph({ ...around, children: [new TextRun({ text: alt, color: ink.quiet, size: 18 })] });
  return [new Paragraph({ ...around, keepNext: alt !== "", children: [image] }), ...(alt ? [caption] : [])];
}

function file({ attrs = {} }: DocumentNode, { writing, around }: Typing): Paragraph {
  const fileId = idOf(attrs.fileId);
  const found = fileId ? writing.fileOf(fileId) : undefined;
  const text = printable(textOf(attrs.name) || found?.name || writing.words.fileUnnamed);
  const run = new TextRun(found?.href ? { text, style: "Hyperlink" } : { text, color: ink.quiet });
  return new Paragraph({ ...around, children: [found?.href ? leading(found.href, run) : run] });
}

function contents({ headings, headingAt, around }: Typing): Paragraph[] {
  return headings.map(
    ({ text, level }, at) =>
      new Paragraph({
        ...around,
        indent: { left: (level - 1) * 300 },
        spacing: { after: 40 },
        children: [leading(`#${headingAt(at)}`, new TextRun({ text: printable(text), color: ink.indigo }))],
      }),
  );
}

function liveBlock({ attrs }: DocumentNode, typing: Typing): Table {
  const { liveText, words } = typing.writing;
  const shown = liveText(liveQuestionOf(attrs));
  const lines = (shown?.lines ?? []).map(
    (line): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text: line }] }),
  );
  return box(lines, typing, { colour: ink.line, named: shown?.title ?? words.liveClosed, isFramed: true });
}

function quiet(text: string, { around }: Typing): Paragraph {
  return new Paragraph({ ...around, children: [new TextRun({ text: printable(text), color: ink.quiet })] });
}
