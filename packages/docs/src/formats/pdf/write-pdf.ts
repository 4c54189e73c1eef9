import { headingsOf } from "../headings.ts";
import type { Chapter, Writing } from "../writing.ts";
import { colours } from "./colours.ts";
import { openFaces } from "./fonts.ts";
import { pdfBlocks } from "./pdf-blocks.ts";
import { pdfLine, pdfWords } from "./pdf-inlines.ts";
import type { PdfBlock } from "./pdf-node.ts";
import { type PdfPaper, paperWidth, renderPdf } from "./render-pdf.ts";

/** Documents as one PDF: real text in fonts that it carries, an outline of headings, page numbers, links. */
export function writePdf(chapters: readonly Chapter[], writing: Writing): Promise<Uint8Array> {
  return renderPdf(pdfPaper(chapters, writing));
}

/** What is to be laid out, as plain data. */
function pdfPaper(chapters: readonly Chapter[], writing: Writing): PdfPaper {
  const faces = openFaces();
  const title = chapters[0]?.title || writing.words.untitled;
  const above: string[] = [];
  const content = chapters.flatMap((chapter, nth): PdfBlock[] => {
    const { id, depth, json } = chapter;
    const own = `d-${id}`;
    const [first, ...rest] = json.content ?? [];
    const words = first?.type === "title" ? (first.content ?? []) : [];
    const parentId = depth > 0 ? above[depth - 1] : undefined;
    above.length = depth;
    above[depth] = own;
    const path = [own, "", ""];
    let count = 0;
    const called = chapter.title || writing.words.untitled;
    return [
      {
        text:
          words.length > 0
            ? pdfLine(words, writing, faces, "title")
            : pdfWords(called, faces, { color: colours.ink3 }, "title"),
        bold: true,
        fontSize: 24,
        lineHeight: 1.05,
        id: own,
        outline: true,
        outlineText: called,
        outlineExpanded: true,
        ...(parentId && { outlineParentId: parentId }),
        ...(nth > 0 && { pageBreak: "before" as const }),
        margin: [0, 0, 0, 14],
      },
      ...pdfBlocks(first?.type === "title" ? rest : (json.content ?? []), {
        writing,
        faces,
        width: paperWidth,
        headings: headingsOf(json),
        headingAt: (at) => `${own}-${at + 1}`,
        anchor: (level) => {
          count += 1;
          const heading = `${own}-${count}`;
          path[level] = heading;
          path.length = level + 1;
          const parent = path.slice(0, level).findLast((each) => each !== undefined && each !== "") ?? own;
          return { id: heading, outlineParentId: parent };
        },
      }),
    ];
  });
  return {
    title,
    language: writing.locale,
    content,
    footer: pdfWords(title.slice(0, 80), faces, { color: colours.ink3, fontSize: 8 }),
  };
}
