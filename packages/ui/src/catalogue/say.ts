export type CatalogueLocale = "en" | "zh-CN";
/** The two languages stand side by side where they are used. */
export type Say = (en: string, zh: string) => string;

export function sayIn(locale: CatalogueLocale): Say {
  return (en, zh) => (locale === "en" ? en : zh);
}

/** What each group of the catalogue is given. */
export type GroupProps = { readonly locale: CatalogueLocale; readonly say: Say };
