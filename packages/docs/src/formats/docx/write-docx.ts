import { AlignmentType, Bookmark, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { headingsOf } from "../headings.ts";
import type { Chapter, Writing } from "../writing.ts";
import { type DocxBlock, docxBlocks } from "./docx-blocks.ts";
import { docxLine, printable } from "./docx-inlines.ts";
import { docxStyles, ink, listLevels } from "./docx-style.ts";

/** What is left of A4 between its margins, in pixels. */
const paperWidth = 600;

/** Documents as one DOCX: headings, lists, tables and links as office programs know them, East Asian fonts beside Latin. */
export async function writeDocx(chapters: readonly Chapter[], writing: Writing): Promise<Uint8Array> {
  const lists = new Lists();
  const children = chapters.flatMap((chapter, nth) => chapterBlocks(chapter, nth, writing, lists));
  const title = printable(chapters[0]?.title || writing.words.untitled);
  const language = writing.locale === "zh-CN" ? "zh-CN" : "en-US";
  const document = new Document({
    title,
    creator: "Guildhall",
    styles: docxStyles(language),
    numbering: { config: lists.config },
    sections: [
      {
        properties: {
          page: { margin: { top: 1240, bottom: 1240, left: 1280, right: 1280 }, size: { width: 11906, height: 16838 } },
        },
        footers: { default: new Footer({ children: [pageLine(title)] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function chapterBlocks({ id, title, json }: Chapter, nth: number, writing: Writing, lists: Lists): DocxBlock[] {
  const [first, ...rest] = json.content ?? [];
  const hasTitle = first?.type === "title";
  const words = hasTitle ? (first.content ?? []) : [];
  const mark = `d${id.replaceAll("-", "")}`;
  let count = 0;
  const called =
    words.length > 0 ? docxLine(words, writing) : [new TextRun({ text: printable(title || writing.words.untitled) })];
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      ...(nth > 0 && { pageBreakBefore: true }),
      children: [new Bookmark({ id: mark, children: called })],
    }),
    ...docxBlocks(hasTitle ? rest : (json.content ?? []), {
      writing,
      around: {},
      depth: 0,
      width: paperWidth,
      headings: headingsOf(json),
      headingAt: (at) => `${mark}h${at + 1}`,
      nextHeading: () => {
        count += 1;
        return `${mark}h${count}`;
      },
      numbering: (kind, start) => lists.name(kind, start),
    }),
  ];
}

/** Every numbered list counts for itself; points are all alike. */
class Lists {
  readonly #numbered: { reference: string; levels: ReturnType<typeof listLevels> }[] = [];

  get config() {
    return [{ reference: "points", levels: listLevels("points") }, ...this.#numbered];
  }

  name(kind: "points" | "numbers", start: number): string {
    if (kind === "points") return kind;
    const reference = `numbers-${this.#numbered.length + 1}`;
    this.#numbered.push({ reference, levels: listLevels("numbers", start) });
    return reference;
  }
}

function pageLine(title: string): Paragraph {
  const style = { color: ink.quiet, size: 16 };
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ ...style, text: `${title.slice(0, 80)}    ` }),
      new TextRun({ ...style, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
    ],
  });
}
