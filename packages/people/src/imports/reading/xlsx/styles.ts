import type { PackageFile } from "./package-file.ts";
import { readWholeXml } from "./read-xml.ts";

/** What a number in a cell means by its format. `digits`: shown with zeros in front, up to so many. */
export type NumberMeaning =
  | { readonly kind: "number"; readonly digits: number }
  | { readonly kind: "date" | "date-time" | "time" };

const plain: NumberMeaning = { kind: "number", digits: 0 };

/** The meaning of each style of a workbook, by the number that its cells name it with. */
export async function readStyles(file: PackageFile, part: string | null): Promise<readonly NumberMeaning[]> {
  if (!part) return [];
  const formats = new Map<string, string>();
  const ids: string[] = [];
  let inCellStyles = false;
  await readWholeXml(file.read(part), {
    open(name, { numFmtId = "0", formatCode = "" }) {
      if (name === "numFmt") formats.set(numFmtId, formatCode);
      else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) ids.push(numFmtId);
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return ids.map((id) => meaningOf(Number(id), formats.get(id)));
}

export function meaningOfStyle(styles: readonly NumberMeaning[], index: string | undefined): NumberMeaning {
  return styles[Number(index ?? 0)] ?? plain;
}

/** Formats that need no code, those of Chinese and Japanese versions among them (ECMA-376 part 1, 18.8.30). */
function meaningOf(id: number, code: string | undefined): NumberMeaning {
  if (code !== undefined) return meaningOfFormat(code);
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58)
    return { kind: "date" };
  if (id === 22) return { kind: "date-time" };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return { kind: "time" };
  return plain;
}

/** A number format's meaning by the letters that are left when colours, conditions and literal text are taken out. */
export function meaningOfFormat(code: string): NumberMeaning {
  const letters = (code.split(";")[0] ?? "")
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, "")
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .replaceAll(/AM\/PM|A\/P|上午\/下午|General/gi, "");
  if (/^0{2,}$/.test(letters)) return { kind: "number", digits: letters.length };
  if (/[#0?]/.test(letters.replaceAll(/[.,]0+(?=\D*$)/g, ""))) return plain;
  const hasTime = /[hs]/i.test(letters);
  const hasDay = /[ydaegb]/i.test(letters) || (/m/i.test(letters) && !hasTime);
  if (hasDay && /[ymd]/i.test(letters)) return { kind: hasTime ? "date-time" : "date" };
  return hasTime ? { kind: "time" } : plain;
}
