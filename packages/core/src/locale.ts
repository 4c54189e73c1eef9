/** The two languages of the house, equals. */
export const locales = ["en", "zh-CN"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

/** Two values, one in each language; a missing one does not compile. */
export type InEachLocale<T> = Record<Locale, T>;
