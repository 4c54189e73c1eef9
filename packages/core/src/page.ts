import { z } from "zod";

/** A page asked for by keyset: at most `size` rows after (or before) the row that the cursor names. */
export interface Page {
  readonly size: number;
  readonly cursor: string | null;
}

/** A page of rows with the cursors of its neighbours; null where there is none. */
export interface PageOf<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly previous: string | null;
}

export const maxPageSize = 200;

export const pageSchema = z.object({
  size: z.coerce.number().int().min(1).max(maxPageSize).default(50),
  cursor: z.string().max(2048).nullable().default(null),
});
