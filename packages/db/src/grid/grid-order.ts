import { invalid } from "@guildhall/core";
import type { ColumnId } from "@guildhall/core/grid";
import { sql } from "kysely";
import { z } from "zod";
import type { ColumnOrder, Sql } from "./grid-source.ts";

/** The order of a whole grid: by a column, rows of one value by their id, rows without one last either way. */
export interface GridOrder extends ColumnOrder {
  readonly column: ColumnId;
  readonly direction: "asc" | "desc";
}

export type Way = "next" | "previous";

/** Where a row stands: what it is ordered by, as the database writes it; null where it has no value. */
export interface Position {
  readonly keys: readonly string[] | null;
  readonly id: string;
}

export interface PlacedId {
  readonly id: string;
  readonly keys: readonly (string | null)[];
}

const opposite = { asc: "desc", desc: "asc" } as const;

/** In which direction values are read to page this way. */
export function readsOf(order: GridOrder, way: Way): "asc" | "desc" {
  return way === "next" ? order.direction : opposite[order.direction];
}

/** Rows beyond a position, where `keys` and `id` say what rows are ordered by. */
export function beyond(order: GridOrder, keys: readonly Sql[], id: Sql, position: Position, way: Way): Sql<boolean> {
  const sign = sql.raw(readsOf(order, way) === "asc" ? ">" : "<");
  const [first] = keys;
  if (position.keys === null) {
    const after = sql<boolean>`(${first} is null and ${id} ${sign} ${position.id}::uuid)`;
    return way === "next" ? after : sql<boolean>`(${first} is not null or ${after})`;
  }
  const at = position.keys.map((key) => sql`${key}`);
  const after = sql<boolean>`(${sql.join([...keys, id])}) ${sign} (${sql.join([...at, sql`${position.id}::uuid`])})`;
  if (!order.nullable) return after;
  return way === "next"
    ? sql<boolean>`(${first} is null or ${after})`
    : sql<boolean>`(${first} is not null and ${after})`;
}

/** What rows are sorted by to be read this way. */
export function sortedBy(order: GridOrder, keys: readonly Sql[], id: Sql, way: Way): Sql {
  const reads = sql.raw(readsOf(order, way));
  const blank = order.nullable ? [sql`(${keys[0]} is null) ${sql.raw(way === "next" ? "asc" : "desc")}`] : [];
  return sql.join([...blank, ...[...keys, id].map((key) => sql`${key} ${reads}`)]);
}

const cursorSchema = z.tuple([z.enum(["next", "previous"]), z.string(), z.array(z.string()).nullable(), z.uuid()]);

export function writeCursor(order: GridOrder, way: Way, { keys, id }: PlacedId): string {
  const at = keys.some((key) => key === null) ? null : keys;
  return Buffer.from(JSON.stringify([way, signatureOf(order), at, id])).toString("base64url");
}

/** Reads a cursor that this order wrote; that of another is invalid input. */
export function readCursor(order: GridOrder, text: string): { way: Way; position: Position } {
  const read = cursorSchema.safeParse(parsed(text));
  if (!read.success) throw invalid("core.cursor-malformed");
  const [way, signature, keys, id] = read.data;
  const fits = keys === null ? order.nullable : keys.length === order.keys.length;
  if (signature !== signatureOf(order) || !fits) throw invalid("core.cursor-malformed");
  return { way, position: { keys, id } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null; // the same answer as for a cursor of another list
  }
}

const signatureOf = ({ column, direction }: GridOrder) => `${column} ${direction}`;
