import type { Locale } from "@guildhall/core";
import { sayError } from "@guildhall/i18n/errors";

/** What a form was answered: a code, perhaps with values ("auth.too-many-attempts?seconds=40"), in words. */
export function sayAnswer(locale: Locale, answer: string): string {
  const [code = "", query] = answer.split("?");
  return sayError(locale, code, Object.fromEntries(new URLSearchParams(query ?? "")));
}
