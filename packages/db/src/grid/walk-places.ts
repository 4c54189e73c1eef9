import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import { type PlacedId, type Position, readsOf } from "./grid-order.ts";
import type { Conjunct, Sql, Step, Walk } from "./grid-source.ts";
import { matching, type Reading, type Source } from "./read-places.ts";

interface Leg {
  /** Rows as `r` with their keys as `k0`, `k1` …, in order, at most `budget` of them looked at. */
  readonly rows: Sql;
  /** What must hold beside. */
  readonly where: Sql;
}

/**
 * Walks along the order's index and takes the rows that match. Looks at `budget` rows of a stretch at most (null: at
 * all of them): where it is spent, what was taken so far is all there is, and fewer than the limit.
 */
export async function walkPlaces(
  ctx: Ctx,
  source: Source,
  conjuncts: readonly Conjunct[],
  reading: Reading & { readonly walk: Walk },
  budget: number | null,
): Promise<{ places: PlacedId[]; spent: boolean }> {
  const { order, limit } = reading;
  const places: PlacedId[] = [];
  const keys = sql.join(order.keys.map((_, place) => sql`${sql.ref(`r.k${place}`)}::text`));
  for (const leg of legsOf(source, reading, budget)) {
    const wanted = sql`${leg.where} and ${matching(source, conjuncts)}`;
    const { rows } = await sql<PlacedId & { matched: boolean; last: boolean }>`
      select r.id, array[${keys}] as keys, (${wanted}) is true as matched, r.nth = ${budget ?? 0} as last
      from (select l.*, row_number() over () as nth from (${leg.rows}) l) r
      where (${wanted}) or r.nth = ${budget ?? 0} limit ${limit - places.length}`.execute(ctx.db);
    places.push(...rows.filter(({ matched }) => matched));
    if (places.length >= limit) break;
    // The last row that it may look at comes in any case: without it, one could not tell a stretch that ended.
    if (rows.at(-1)?.last) return { places, spent: true };
  }
  return { places, spent: false };
}

/** The stretches of an order one after the other: rows with a value, then those without; the other way round backwards. */
function* legsOf(source: Source, reading: Reading & { readonly walk: Walk }, budget: number | null): Generator<Leg> {
  const { order, way, after } = reading;
  const most = budget === null ? sql`` : sql` limit ${budget}`;
  const past = after === null ? null : after.keys === null ? "blank" : "valued";
  if (way === "next") {
    if (past !== "blank") yield* valuedLegs(source, reading, most, past === "valued" ? after : null);
    if (order.nullable) yield blankLeg(source, reading, most, past === "blank" ? after : null);
    return;
  }
  if (order.nullable && past !== "valued") yield blankLeg(source, reading, most, past === "blank" ? after : null);
  yield* valuedLegs(source, reading, most, past === "valued" ? after : null);
}

function valuedLegs(
  source: Source,
  reading: Reading & { readonly walk: Walk },
  most: Sql,
  after: Position | null,
): Leg[] {
  const { walk } = reading;
  if (walk.by === "rows") return [rowsLeg(source, reading, most, after)];
  if (walk.by === "places") return [placesLeg(source, reading, walk, most, after)];
  return stepLegs(source, reading, walk.steps, most, after);
}

const past = (keys: readonly Sql[], at: readonly string[], reads: "asc" | "desc"): Sql =>
  sql`(${sql.join(keys)}) ${sql.raw(reads === "asc" ? ">" : "<")} (${sql.join(at.map((each) => sql`${each}`))})`;

const along = (keys: readonly Sql[], reads: "asc" | "desc"): Sql =>
  sql.join(keys.map((key) => sql`${key} ${sql.raw(reads)}`));

function rowsLeg(source: Source, { order, way }: Reading, most: Sql, after: Position | null): Leg {
  const reads = readsOf(order, way);
  const [key] = order.keys;
  const id = sql.ref("r.id");
  return {
    rows: sql`select r.*, ${key} as k0 from ${source.table} r
      where ${source.base} ${order.nullable ? sql`and ${key} is not null` : sql``}
        ${after?.keys ? sql`and ${past([...order.keys, id], [...after.keys, after.id], reads)}` : sql``}
      order by ${along([...order.keys, id], reads)}${most}`,
    where: sql`true`,
  };
}

/** Rows without a value, by their id: out of the order's own index where that is one of the rows. */
function blankLeg(
  source: Source,
  { order, way, walk }: Reading & { readonly walk: Walk },
  most: Sql,
  after: Position | null,
): Leg {
  const reads = readsOf(order, way);
  const id = sql.ref("r.id");
  const blank = sql`${order.keys[0]} is null`;
  const within = walk.by === "rows";
  const keys = order.keys.map((_, place) => sql`null::text as ${sql.ref(`k${place}`)}`);
  return {
    rows: sql`select r.*, ${sql.join(keys)} from ${source.table} r
      where ${source.base} ${within ? sql`and ${blank}` : sql``} ${after ? sql`and ${past([id], [after.id], reads)}` : sql``}
      order by ${along([id], reads)}${most}`,
    where: within ? sql`true` : blank,
  };
}

function placesLeg(
  source: Source,
  { order, way }: Reading,
  walk: Extract<Walk, { by: "places" }>,
  most: Sql,
  after: Position | null,
): Leg {
  const reads = readsOf(order, way);
  const id = walk.rowId ?? sql.ref("r.id");
  const named = sql.join(walk.keys.map((key, place) => sql`${key} as ${sql.ref(`k${place}`)}`));
  const from =
    after?.keys && walk.rowId ? sql`and ${past([...walk.keys, id], [...after.keys, after.id], reads)}` : sql``;
  if (walk.rowId)
    return {
      rows: sql`select r.*, ${sql.join(walk.keys.map((_, place) => sql.ref(`w.k${place}`)))}
        from (select ${named}, ${walk.rowId} as row_id from ${walk.from} where ${walk.where} ${from} order by ${along([...walk.keys, id], reads)}${most}) w
        cross join lateral (select * from ${source.table} r where r.id = w.row_id offset 0) r`,
      where: sql`true`,
    };
  const sign = sql.raw(reads === "asc" ? ">=" : "<=");
  const first = after?.keys
    ? sql`and (${sql.join(walk.keys)}) ${sign} (${sql.join(after.keys.map((each) => sql`${each}`))})`
    : sql``;
  const rest = after?.keys
    ? past([...walk.keys.map((_, place) => sql.ref(`w.k${place}`)), id], [...after.keys, after.id], reads)
    : sql`true`;
  return {
    rows: sql`select r.*, ${sql.join(walk.keys.map((_, place) => sql.ref(`w.k${place}`)))}
      from (select ${named}, w.* from ${walk.from} where ${walk.where} ${first} order by ${along(walk.keys, reads)}) w
      cross join lateral (select r.* from ${walk.through ?? sql`${source.table} r`} where ${source.base} and ${walk.joins} order by ${along([sql.ref("r.id")], reads)}) r
      where ${rest}${most}`,
    where: sql`true`,
  };
}

function stepLegs(
  source: Source,
  { order, way }: Reading,
  steps: readonly Step[],
  most: Sql,
  after: Position | null,
): Leg[] {
  const reads = readsOf(order, way);
  const reached = after?.keys ? Number(after.keys[0]) : null;
  const left = [...steps]
    .sort((a, b) => (reads === "asc" ? a.rank - b.rank : b.rank - a.rank))
    .filter(({ rank }) => reached === null || (reads === "asc" ? rank >= reached : rank <= reached));
  return left.map((step) => {
    const id = step.from ? step.from.id : sql.ref("r.id");
    const from = after && step.rank === reached ? sql`and ${past([id], [after.id], reads)}` : sql``;
    const rank = sql.lit(step.rank);
    if (!step.from)
      return {
        rows: sql`select r.*, ${rank}::int as k0 from ${source.table} r where ${source.base} and ${step.where} ${from} order by ${along([id], reads)}${most}`,
        where: sql`true`,
      };
    return {
      rows: sql`select r.*, ${rank}::int as k0
        from (select ${id} as row_id from ${step.from.table} where ${step.from.where} ${from} order by ${along([id], reads)}${most}) w
        cross join lateral (select * from ${source.table} r where r.id = w.row_id offset 0) r`,
      where: step.where,
    };
  });
}
