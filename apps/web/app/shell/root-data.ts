import type { Locale } from "@guildhall/core";

/** What every page knows: the language, the theme, and who is signed in. */
export interface RootData {
  readonly locale: Locale;
  readonly theme: "system" | "light" | "dark";
  readonly user: { readonly email: string; readonly isOperator: boolean } | null;
}
