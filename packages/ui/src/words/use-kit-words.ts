import type { Locale } from "@guildhall/core";
import type { Message } from "@guildhall/i18n";
import { useLocale } from "react-aria-components/I18nProvider";

type Inputs<Given> = Record<never, never> extends Given ? [] | [Given] : [Given];

export type KitWords = {
  readonly locale: Locale;
  /** A message in the language of the page around the component. */
  t<Given extends object>(message: Message<Given>, ...inputs: Inputs<Given>): string;
};

/** The kit's own words, in the language that UiProvider was given. */
export function useKitWords(): KitWords {
  const { locale: asked } = useLocale();
  const locale = asked.startsWith("zh") ? "zh-CN" : "en";
  return { locale, t: (message, ...[inputs]) => message((inputs ?? {}) as Parameters<typeof message>[0], { locale }) };
}
