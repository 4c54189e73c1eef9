const locales = ["en", "zh-CN"] as const;
const colorSchemes = ["light", "dark"] as const;
const widths = [390, 768, 1440] as const;

export type Locale = (typeof locales)[number];
export type ColorScheme = (typeof colorSchemes)[number];
export type Width = (typeof widths)[number];

/** One way of looking at a page: its language, its theme, and the width of the window in CSS pixels. */
export interface Combination {
  readonly locale: Locale;
  readonly colorScheme: ColorScheme;
  readonly width: Width;
}

/** Every combination, in a fixed order. */
export const combinations: readonly Combination[] = locales.flatMap((locale) =>
  colorSchemes.flatMap((colorScheme) => widths.map((width) => ({ locale, colorScheme, width }))),
);

/** The combination that a title gets: always the same one, and evenly spread over many titles. */
export function combinationFor(title: string): Combination {
  const found = combinations[hash(title) % combinations.length];
  if (!found) throw new RangeError("There are no combinations.");
  return found;
}

/** Such as `zh-CN-dark-390`. */
export function nameOf({ locale, colorScheme, width }: Combination): string {
  return `${locale}-${colorScheme}-${width}`;
}

/** FNV-1a over UTF-16 units, with a last mix: its low bits alone spread badly over short titles. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state ^ (state >>> 15)) >>> 0;
}
