import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { create } from "fontkit";
import { unpackWoff } from "./unpack-woff.ts";

/** One file of letters. Those of other scripts stand in files of their own. */
export interface Face {
  /** As PDFs call it; normal and bold of it are one family. */
  readonly family: string;
  readonly files: {
    readonly normal: string;
    readonly bold: string;
    readonly italics: string;
    readonly bolditalics: string;
  };
  readonly has: (codePoint: number) => boolean;
}

export interface Faces {
  /** Letters of Europe, for words and for titles. */
  readonly latin: readonly Face[];
  readonly titles: readonly Face[];
  readonly mono: Face;
  readonly chinese: Face;
  readonly japanese: Face;
  readonly korean: Face;
  readonly emoji: Face;
  /** Rarer Chinese letters and signs, a few hundred a file. */
  readonly rarer: readonly Face[];
  readonly all: readonly Face[];
}

let opened: Faces | undefined;

/** The fonts that documents are printed in: Noto, and what stands beside it for Japanese and Korean. All are SIL OFL. */
export function openFaces(): Faces {
  opened ??= readFaces();
  return opened;
}

function readFaces(): Faces {
  const subsets = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "greek-ext", "vietnamese", "devanagari"];
  const latin = subsets.map((subset) => face("noto-sans", subset, { italic: true }));
  const titles = ["latin", "latin-ext"].map((subset) => face("source-serif-4", subset, { normal: 600, bold: 600 }));
  const named = {
    mono: face("noto-sans-mono", "latin"),
    chinese: face("noto-sans-sc", "chinese-simplified"),
    japanese: face("biz-udpgothic", "japanese"),
    korean: face("nanum-gothic", "korean"),
    emoji: face("noto-emoji", "emoji"),
  };
  const rarer = sliced("noto-sans-sc");
  return { latin, titles, ...named, rarer, all: [...latin, ...titles, ...Object.values(named), ...rarer] };
}

interface Cut {
  readonly normal?: number;
  readonly bold?: number;
  readonly italic?: boolean;
  /** Where the file says that its letters are. */
  readonly within?: (codePoint: number) => boolean;
}

function face(name: string, subset: string, { normal = 400, bold = 700, italic = false, within }: Cut = {}): Face {
  const folder = join(folderOf(name), "files");
  const file = (weight: number, style: string) => join(folder, `${name}-${subset}-${weight}-${style}.woff`);
  const upright = { normal: file(normal, "normal"), bold: file(bold, "normal") };
  const leaning = italic
    ? { italics: file(normal, "italic"), bolditalics: file(bold, "italic") }
    : { italics: upright.normal, bolditalics: upright.bold };
  const covers = coverageOf(upright.normal);
  return {
    family: `${name}-${subset}`,
    files: { ...upright, ...leaning },
    has: (codePoint) => (within?.(codePoint) ?? true) && covers(codePoint),
  };
}

/** What letters a file has, read when it is first asked. */
function coverageOf(path: string): (codePoint: number) => boolean {
  let known: ReadonlySet<number> | undefined;
  return (codePoint) => {
    if (!known) {
      const font = create(unpackWoff(readFileSync(path)));
      known = new Set("characterSet" in font ? font.characterSet : []);
    }
    return known.has(codePoint);
  };
}

function sliced(name: string): Face[] {
  const ranges: unknown = JSON.parse(readFileSync(join(folderOf(name), "unicode.json"), "utf8"));
  return Object.entries(typeof ranges === "object" && ranges !== null ? ranges : {}).flatMap(([key, range]) => {
    const slice = /^\[(\d+)\]$/.exec(key)?.[1];
    return slice && typeof range === "string" ? [face(name, slice, { within: inRanges(range) })] : [];
  });
}

/** `U+4e00-4e0f,U+4e11` */
function inRanges(text: string): (codePoint: number) => boolean {
  const spans = text.split(",").map((each) => {
    const [from = "", to = from] = each.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  return (codePoint) => spans.some(([from, to]) => codePoint >= from && codePoint <= to);
}

const require = createRequire(import.meta.url);

function folderOf(name: string): string {
  return dirname(require.resolve(`@fontsource/${name}/package.json`));
}
