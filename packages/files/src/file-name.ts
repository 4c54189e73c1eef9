/** What the file systems of those who download it can hold, less some room for " (1)". */
export const maxFileNameBytes = 240;

/**
 * A name fit to be shown and to be saved under: the last part of a path, composed (NFC), without control characters
 * or marks that reverse the reading direction ("invoice\u202Efdp.exe"), its ending kept where it has to be cut.
 */
export function tidyFileName(given: string): string {
  const last =
    given
      .toWellFormed()
      .split(/[/\\]/)
      .findLast((part) => legible(part) !== "") ?? "";
  return cut(legible(last)) || "file";
}

const unwritable = /[\p{Cc}\p{Zl}\p{Zp}\p{Cn}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

function legible(part: string): string {
  const visible = part.replace(unwritable, "").normalize("NFC").replace(/\s+/gu, " ");
  return visible.replace(/^[. ]+|[. ]+$/g, "");
}

function cut(name: string): string {
  if (bytesOf(name) <= maxFileNameBytes) return name;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length);
  return fitting(stem, maxFileNameBytes - bytesOf(ending)) + ending;
}

function fitting(text: string, limit: number): string {
  let used = 0;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)) {
    used += bytesOf(segment);
    if (used > limit) break;
    kept += segment;
  }
  return kept.replace(/[. ]+$/, "");
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
