import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces";
import { calloutColours, colours } from "./colours.ts";
import { openFaces } from "./fonts.ts";
import type { PdfBlock, PdfInline } from "./pdf-node.ts";

export interface PdfPaper {
  readonly title: string;
  readonly language: string;
  readonly content: PdfBlock[];
  /** What stands below every page, beside its number. */
  readonly footer: PdfInline[];
  readonly pageLabel: string;
}

const [side, top, bottom] = [64, 62, 68];
/** What is left of A4 between its margins, in points. */
export const paperWidth = 595.28 - 2 * side;

/** Lays a paper out and puts the fonts into it, only those letters that it needs. Loads nothing from anywhere. */
export async function renderPdf({ title, language, content, footer }: PdfPaper): Promise<Uint8Array> {
  const faces = openFaces();
  const [latin] = faces.latin;
  const own = new Set(faces.all.flatMap(({ files }) => Object.values(files)));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path: string) => own.has(path));
  pdfmake.setFonts(Object.fromEntries(faces.all.map(({ family, files }) => [family, files])));
  pdfmake.setTableLayouts(layouts);
  const definition = {
    pageSize: "A4",
    pageMargins: [side, top, side, bottom],
    info: { title, producer: "Guildhall", creator: "Guildhall" },
    language,
    version: "1.7",
    displayTitle: true,
    tagged: true,
    defaultStyle: { font: latin?.family ?? "", fontSize: 10.5, lineHeight: 1.15, color: colours.ink },
    content,
    // A heading never stands alone at the end of a page.
    pageBreakBefore: (
      { headlineLevel }: { headlineLevel?: number },
      { getFollowingNodesOnPage }: { getFollowingNodesOnPage: () => object[] },
    ) => headlineLevel !== undefined && getFollowingNodesOnPage().length === 0,
    footer: (page: number, pages: number) => ({
      columns: [
        { width: "*", text: [...footer] },
        { width: 60, text: `${page} / ${pages}`, alignment: "right", color: colours.ink3, fontSize: 8 },
      ],
      margin: [side, 26, side, 0],
    }),
  };
  return new Uint8Array(await pdfmake.createPdf(definition as unknown as TDocumentDefinitions).getBuffer());
}

const boxedWith = (left: number, leftColour: string, line: string | null, fill?: string) => ({
  hLineWidth: () => (line ? 0.6 : 0),
  vLineWidth: (at: number) => (at === 0 ? left : line ? 0.6 : 0),
  hLineColor: () => line ?? colours.line,
  vLineColor: (at: number) => (at === 0 ? leftColour : (line ?? colours.line)),
  paddingLeft: () => 12,
  paddingRight: () => 12,
  paddingTop: () => 8,
  paddingBottom: () => 3,
  ...(fill && { fillColor: () => fill }),
});

const layouts = {
  quote: { ...boxedWith(2, colours.lineStrong, null), paddingTop: () => 1, paddingBottom: () => 0 },
  info: boxedWith(3, calloutColours.info, colours.line),
  idea: boxedWith(3, calloutColours.idea, colours.line),
  warning: boxedWith(3, calloutColours.warning, colours.line),
  done: boxedWith(3, calloutColours.done, colours.line),
  part: { ...boxedWith(0.6, colours.line, colours.line), paddingBottom: () => 7 },
  code: { ...boxedWith(0, colours.sunk, null, colours.sunk), paddingBottom: () => 8 },
  grid: {
    hLineWidth: () => 0.6,
    vLineWidth: () => 0.6,
    hLineColor: () => colours.lineStrong,
    vLineColor: () => colours.lineStrong,
    paddingLeft: () => 6,
    paddingRight: () => 6,
    paddingTop: () => 4,
    paddingBottom: () => 2,
  },
};
