import type { Locale } from "@guildhall/core";
import type { Message } from "@guildhall/i18n";
import { useRouteLoaderData } from "@remix-run/react";
import type { RootData } from "./root-data.ts";

type Inputs<Given> = Record<never, never> extends Given ? [] | [Given] : [Given];

export interface Words {
  readonly locale: Locale;
  /** The message in this visit's language. */
  t<Given extends object>(message: Message<Given>, ...inputs: Inputs<Given>): string;
}

/** The words of this visit; in English where the root itself could not be loaded. */
export function useWords(): Words {
  const locale = useRouteLoaderData<RootData>("root")?.locale ?? "en";
  return wordsIn(locale);
}

export function wordsIn(locale: Locale): Words {
  return { locale, t: (message, ...[inputs]) => message((inputs ?? {}) as Parameters<typeof message>[0], { locale }) };
}
