import type { Locale } from "@guildhall/core";
import type { Purpose } from "../purpose.ts";
import type { House } from "./house.ts";

/** What a template may say besides its input. */
export interface Occasion {
  readonly locale: Locale;
  readonly house: House;
  readonly purpose: Purpose;
  /** Where its reader can say "no more"; null for what needs no consent. */
  readonly unsubscribeUrl: string | null;
}
