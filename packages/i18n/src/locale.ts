import { defaultLocale, type Locale, locales } from "@guildhall/core";

/** A message of the catalogues: a function of its inputs and the language. Typed, and dropped by the bundler where unused. */
export type Message<Inputs> = (inputs: Inputs, options?: { locale?: Locale }) => string;

export function isLocale(text: unknown): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The language of the house that an Accept-Language header likes best (RFC 9110 §12.5.4); any Chinese gets zh-CN. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === "zh" || tag.startsWith("zh-")) return "zh-CN";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return defaultLocale;
}
