import { sql } from "kysely";
import type { Sql } from "./grid-source.ts";

/** The ways in which text may stand in an index that keeps it in lower case: as typed, in narrow and in wide letters. */
export function writings(text: string): Sql[] {
  const narrow = text.normalize("NFKC");
  const wide = narrow.replaceAll(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  return [...new Set([text, narrow, wide])].map((each) => sql`lower(${each}::text)`);
}
