import type { ErrorParams, Locale } from "@guildhall/core";
import type { Message } from "./locale.ts";

/** What is said for a code, with its values. */
export type Say = (locale: Locale, params: ErrorParams) => string;

/** The same whatever the values are. */
export const plain =
  (message: Message<Record<never, never>>): Say =>
  (locale) =>
    message({}, { locale });
