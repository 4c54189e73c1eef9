import type { Id } from "@guildhall/core";
import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { beyond, type GridOrder, type PlacedId, type Position, sortedBy, type Way } from "./grid-order.ts";
import type { Conjunct, GridSource, Sql } from "./grid-source.ts";

export type Source = GridSource<{ id: Id<string> }>;

/** Where in an order reading begins, which way it goes, and how many rows it takes. */
export interface Reading {
  readonly order: GridOrder;
  readonly way: Way;
  readonly after: Position | null;
  readonly limit: number;
}

const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** The rows of these ids, each looked up by its key: never out of the whole table, whatever the statistics say. */
export function rowsOf(source: Source, ids: Sql): Sql {
  return sql`(${ids}) s cross join lateral (select * from ${source.table} r where r.id = s.id offset 0) r`;
}

/** What `from` has of the grid's rows that match. */
export function matching(source: Source, conjuncts: readonly Conjunct[]): Sql {
  return all([source.base, ...conjuncts.map(({ matches }) => matches)]);
}

/** Everything that matches out of `from` in one go, at most `most`: how many they are, and those that a reading takes. */
export async function gather(
  ctx: Ctx,
  source: Source,
  { from, conjuncts, most }: { from: Sql; conjuncts: readonly Conjunct[]; most: number },
  { order, way, after, limit }: Reading,
): Promise<{ count: number; places: PlacedId[] }> {
  const names = order.keys.map((_, place) => sql.ref(`f.k${place}`));
  const id = sql.ref("f.id");
  const { rows } = await sql<{ count: number; id: string | null; keys: (string | null)[] }>`
    with found as materialized (
      select r.id, ${sql.join(order.keys.map((key, place) => sql`${key} as ${sql.ref(`k${place}`)}`))}
      from ${from} where ${matching(source, conjuncts)} limit ${most}
    )
    select c.count, p.id, p.keys from (select count(*) as count from found) c left join (
      select f.id, array[${sql.join(names.map((name) => sql`${name}::text`))}] as keys from found f
      where ${after ? beyond(order, names, id, after, way) : sql`true`}
      order by ${sortedBy(order, names, id, way)} limit ${limit}
    ) p on true`.execute(ctx.db);
  const places = rows.flatMap(({ id: found, keys }) => (found === null ? [] : [{ id: found, keys }]));
  return { count: rows[0]?.count ?? 0, places };
}

/** The first rows that match, sorted out of all that do. */
export async function sortOut(
  ctx: Ctx,
  source: Source,
  { from, conjuncts }: { from: Sql; conjuncts: readonly Conjunct[] },
  { order, way, after, limit }: Reading,
): Promise<PlacedId[]> {
  const id = sql.ref("r.id");
  const { rows } = await sql<PlacedId>`
    select r.id, array[${sql.join(order.keys.map((key) => sql`${key}::text`))}] as keys
    from ${from}
    where ${matching(source, conjuncts)} and ${after ? beyond(order, order.keys, id, after, way) : sql`true`}
    order by ${sortedBy(order, order.keys, id, way)} limit ${limit}`.execute(ctx.db);
  return rows;
}
