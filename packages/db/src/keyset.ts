import { invalid, type Page, type PageOf } from "@guildhall/core";
import { type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";

interface Order<Column extends string> {
  /** Output columns, none nullable, the last unique; all in one direction so that one index serves. */
  columns: readonly [Column, ...Column[]];
  direction: "asc" | "desc";
  /** How the columns are called inside the query, where that differs from the output ("person.created_at"). */
  references?: Partial<Record<Column, string>>;
}

const cursorSchema = z.object({ way: z.enum(["next", "previous"]), at: z.array(z.union([z.string(), z.number()])).max(8) });
type Cursor = z.infer<typeof cursorSchema>;

/**
 * One page of `query` by keyset: never an OFFSET, so page 1,000 costs what page 1 does, and rows that arrive meanwhile
 * shift nothing. Cursors are opaque and bound to no user; a malformed one is invalid input.
 */
export async function keyset<DB, Tables extends keyof DB, Row extends Record<Column, unknown>, Column extends string>(
  query: SelectQueryBuilder<DB, Tables, Row>,
  page: Page,
  { columns, direction, references = {} }: Order<Column>,
): Promise<PageOf<Row>> {
  const cursor = page.cursor === null ? null : readCursor(page.cursor, columns.length);
  const backwards = cursor?.way === "previous";
  const reads = backwards ? opposite[direction] : direction;
  const keys = columns.map((column) => sql.ref(references[column] ?? column));

  let paged = query.limit(page.size + 1);
  for (const key of keys) paged = paged.orderBy(key, reads);
  if (cursor) {
    const beyond = sql.raw(reads === "asc" ? ">" : "<");
    paged = paged.where(sql<boolean>`(${sql.join(keys)}) ${beyond} (${sql.join(cursor.at.map((value) => sql.val(value)))})`);
  }

  const found = await paged.execute();
  const more = found.length > page.size;
  const rows = more ? found.slice(0, page.size) : found;
  if (backwards) rows.reverse();
  const edge = (row: Row | undefined, way: Cursor["way"]) =>
    row === undefined ? null : writeCursor({ way, at: columns.map((column) => cursorValue(row[column])) });
  return {
    rows,
    next: more || backwards ? edge(rows.at(-1), "next") : null,
    previous: (cursor && !backwards) || (backwards && more) ? edge(rows[0], "previous") : null,
  };
}

const opposite = { asc: "desc", desc: "asc" } as const;

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function readCursor(text: string, length: number): Cursor {
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    if (cursor.at.length === length) return cursor;
  } catch {
    // the same answer as for a cursor of another list
  }
  throw invalid("core.cursor-malformed");
}

function cursorValue(value: unknown): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  if (value instanceof Date) return value.toISOString();
  throw new TypeError("A keyset column holds text, a number or an instant.");
}
