import { readFileSync } from "node:fs";
import pdfmake from "pdfmake";
import { calloutColours, colours } from "./colours.ts";
import { openFaces } from "./fonts.ts";
import type { PdfBlock, PdfInline } from "./pdf-node.ts";
import { unpackWoff } from "./unpack-woff.ts";

declare module "pdfmake" {
  /** Files that it reads before any other; its types leave it out. */
  export const virtualfs: {
    existsSync(path: string): boolean;
    writeFileSync(path: string, content: Buffer): void;
  };
}

export interface PdfPaper {
  readonly title: string;
  readonly language: string;
  readonly content: PdfBlock[];
  /** What stands below every page, beside its number. */
  readonly footer: PdfInline[];
}

const [side, top, bottom] = [64, 62, 68];
/** What is left of A4 between its margins, in points. */
export const paperWidth = 595.28 - 2 * side;

/** Lays a paper out and puts the fonts into it, only those letters that it needs. Loads nothing from anywhere. */
export async function renderPdf({ title, language, content, footer }: PdfPaper): Promise<Uint8Array> {
  const faces = openFaces();
  const [latin] = faces.latin;
  const used = familiesIn(content).add(latin?.family ?? "");
  for (const run of footer) used.add(run.font ?? "");
  const fonts = faces.all.filter(({ family }) => used.has(family));
  for (const { files } of fonts) for (const path of new Set(Object.values(files))) unpack(path);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  pdfmake.setFonts(Object.fromEntries(fonts.map(({ family, files }) => [family, files])));
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
  return new Uint8Array(
    await pdfmake.createPdf(definition as unknown as Parameters<typeof pdfmake.createPdf>[0]).getBuffer(),
  );
}

/** Fonts stay unpacked for the next paper. */
function unpack(path: string): void {
  if (!pdfmake.virtualfs.existsSync(path)) pdfmake.virtualfs.writeFileSync(path, unpackWoff(readFileSync(path)));
}

function familiesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const each of value) familiesIn(each, found);
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value)) {
      if (key === "font" && typeof each === "string") found.add(each);
      else if (typeof each === "object") familiesIn(each, found);
    }
  return found;
}

const boxedWith = (left: number, leftColour: string, line: string | null, fill?: string) => ({
  hLineWidth: () => (line ? 0.6 : 0),
  vLineWidth: (at: number) => (at === 0 ? left : line ? 0.6 : 0),
  hLineColor: () => line ?? colours.line,
  vLineColor: (at: number) => (at === 0 ? leftColour : (line ?? colours.line)),
  paddingLeft: () => 12,
  paddingRight: () => 12,
  paddingTop: () => 7,
  paddingBottom: () => 9,
  ...(fill && { fillColor: () => fill }),
});

const layouts = {
  quote: { ...boxedWith(2, colours.lineStrong, null), paddingTop: () => 1, paddingBottom: () => 2 },
  info: boxedWith(3, calloutColours.info, colours.line),
  idea: boxedWith(3, calloutColours.idea, colours.line),
  warning: boxedWith(3, calloutColours.warning, colours.line),
  done: boxedWith(3, calloutColours.done, colours.line),
  part: boxedWith(0.6, colours.line, colours.line),
  code: boxedWith(0, colours.sunk, null, colours.sunk),
  grid: {
    hLineWidth: () => 0.6,
    vLineWidth: () => 0.6,
    hLineColor: () => colours.lineStrong,
    vLineColor: () => colours.lineStrong,
    paddingLeft: () => 6,
    paddingRight: () => 6,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
};
