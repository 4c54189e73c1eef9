import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import type { PlacedId } from "./grid-order.ts";
import { intersect, onceEach, type ProbedSet, probe } from "./index-sets.ts";
import { gather, matching, type Reading, rowsOf, type Source, sortOut } from "./read-places.ts";
import type { Settled } from "./settle-question.ts";
import { walkPlaces } from "./walk-places.ts";

/** Where the work for a question ends. */
export interface Bounds {
  /** Counts are exact up to here. */
  readonly count: number;
  /** The largest set of which every row is looked at; no larger than what is counted. */
  readonly few: number;
  /** How many rows a walk may look at before it is given up. */
  readonly walk: number;
}

export const usualBounds: Bounds = { count: 10_000, few: 10_000, walk: 8_000 };

/** How a question will be answered: by looking at every row of one small set, or along the order and by whole sets. */
export interface Plan extends Settled {
  readonly sets: readonly ProbedSet[];
  /** The smallest set, if it is small enough for each of its rows to be looked at. */
  readonly few: ProbedSet | null;
  readonly bounds: Bounds;
}

export async function planFor(ctx: Ctx, settled: Settled, bounds: Bounds): Promise<Plan> {
  const sets = await probe(ctx, settled.conjuncts, bounds.few);
  const [smallest] = sets;
  return { ...settled, sets, bounds, few: smallest && smallest.size <= bounds.few ? smallest : null };
}

interface Found {
  readonly places: readonly PlacedId[];
  /** Up to one more than the cap. Null where it was not come by on the way. */
  readonly count: number | null;
}

/** The rows of a reading. */
export async function choosePlaces(ctx: Ctx, source: Source, plan: Plan, reading: Reading): Promise<Found> {
  const { conjuncts, few, order, bounds } = plan;
  if (few)
    return gather(ctx, source, { from: rowsOf(source, onceEach(few.set)), conjuncts, most: bounds.count + 1 }, reading);
  if (order.walk) {
    const budget = conjuncts.length === 0 ? null : bounds.walk;
    const { places, spent } = await walkPlaces(ctx, source, conjuncts, { ...reading, walk: order.walk }, budget);
    if (!spent) return { places, count: null };
  }
  return fromAll(ctx, source, plan, reading);
}

/** What matches is rare along the order, or the order has no index: out of all that match, by their sets where possible. */
async function fromAll(ctx: Ctx, source: Source, { conjuncts, sets, bounds }: Plan, reading: Reading): Promise<Found> {
  const ids = sets.length > 0 ? intersect(sets.map(({ set }) => set)) : null;
  const from = ids ? rowsOf(source, ids) : sql`${source.table} r`;
  const found = await gather(ctx, source, { from, conjuncts, most: bounds.count + 1 }, reading);
  if (found.count <= bounds.count) return found;
  const whole = ids && sets.length > 1 ? sql`(${ids}) s join ${source.table} r on r.id = s.id` : sql`${source.table} r`;
  return { places: await sortOut(ctx, source, { from: whole, conjuncts }, reading), count: found.count };
}

/** Otherwise it may be the whole table, with the rows of every other hall before the first of this one. */
const alongItsKey = sql` order by r.id`;

/** How many rows match, counted up to one more than the cap. */
export async function countMatching(ctx: Ctx, source: Source, { conjuncts, sets, few, bounds }: Plan): Promise<number> {
  const rest = conjuncts.filter(({ set }) => !set?.exact);
  const exact = sets.length > 0 && rest.length === 0 && !few;
  const ids = few ? onceEach(few.set) : sets.length > 0 ? intersect(sets.map(({ set }) => set)) : null;
  const counted =
    exact && ids
      ? sql`select from (${ids}) i ${source.hidden ? sql`where i.id not in (${source.hidden})` : sql``}`
      : sql`select from ${ids ? rowsOf(source, ids) : sql`${source.table} r`} where ${matching(source, few ? conjuncts : rest)}${ids ? sql`` : alongItsKey}`;
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from (${counted} limit ${bounds.count + 1}) c`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
