import { invalid, type Page, type PageOf } from "@guildhall/core";
import { type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";
import { sqlState } from "./database.ts";

interface Order<Column extends string> {
  /** Output columns, none nullable, the last unique; all in one direction so that one index serves. */
  columns: readonly [Column, ...Column[]];
  direction: "asc" | "desc";
  /** How the columns are called inside the query, where that differs from the output ("person.created_at"). */
  references?: Partial<Record<Column, string>>;
}

const cursorSchema = z.object({ way: z.enum(["next", "previous"]), at: z.array(z.string()).max(8) });
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

  // The place of a row as the database writes it: a Date would lose its microseconds, and with them rows.
  let paged = query
    .select(sql<string[]>`array[${sql.join(keys.map((key) => sql`${key}::text`))}]`.as(placeColumn))
    .limit(page.size + 1);
  for (const key of keys) paged = paged.orderBy(key, reads);
  if (cursor) {
    const beyond = sql.raw(reads === "asc" ? ">" : "<");
    paged = paged.where(
      sql<boolean>`(${sql.join(keys)}) ${beyond} (${sql.join(cursor.at.map((value) => sql.val(value)))})`,
    );
  }

  const result = await paged.execute().catch((error: unknown) => {
    throw cursor && misfits.has(sqlState(error) ?? "") ? invalid("core.cursor-malformed") : error;
  });
  const found = result as unknown as Placed<Row>[]; // Kysely cannot add a column to a row type that it does not know
  const more = found.length > page.size;
  const placed = more ? found.slice(0, page.size) : found;
  if (backwards) placed.reverse();
  const edge = (row: Placed<Row> | undefined, way: Cursor["way"]) =>
    row === undefined ? null : writeCursor({ way, at: row[placeColumn] });
  return {
    rows: placed.map(withoutPlace),
    next: more || backwards ? edge(placed.at(-1), "next") : null,
    previous: (cursor && !backwards) || (backwards && more) ? edge(placed[0], "previous") : null,
  };
}

const placeColumn = "keyset_place";
type Placed<Row> = Row & { [placeColumn]: string[] };

function withoutPlace<Row>({ [placeColumn]: _, ...row }: Placed<Row>): Row {
  return row as unknown as Row;
}

/** What PostgreSQL says to a value that is not one of its column's type: a cursor of another list. */
const misfits: ReadonlySet<string> = new Set(["22003", "22007", "22008", "22021", "22P02"]);

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
