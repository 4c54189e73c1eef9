import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import type { PlacedId } from "./grid-order.ts";
import { intersect, onceEach, type ProbedSet, probe } from "./index-sets.ts";
import { gather, matching, type Reading, rowsOf, type Source, sortOut } from "./read-places.ts";
import type { Settled } from "./settle-question.ts";
import { walkPlaces } from "./walk-places.ts";

/** Counts are exact up to here. */
export const countCap = 10_000;

/** How many rows a walk may look at before it is given up. */
const walkBudget = 8_000;

/** How a question will be answered: by looking at every row of one small set, or along the order and by whole sets. */
export interface Plan extends Settled {
  readonly sets: readonly ProbedSet[];
  /** The smallest set, if it is small enough for each of its rows to be looked at. */
  readonly few: ProbedSet | null;
}

export async function planFor(ctx: Ctx, settled: Settled): Promise<Plan> {
  const sets = await probe(ctx, settled.conjuncts, countCap);
  const [smallest] = sets;
  return { ...settled, sets, few: smallest && smallest.size <= countCap ? smallest : null };
}

interface Found {
  readonly places: readonly PlacedId[];
  /** Up to one more than the cap. Null where it was not come by on the way. */
  readonly count: number | null;
}

/** The rows of a reading. */
export async function choosePlaces(ctx: Ctx, source: Source, plan: Plan, reading: Reading): Promise<Found> {
  const { conjuncts, few, order } = plan;
  if (few)
    return gather(ctx, source, { from: rowsOf(source, onceEach(few.set)), conjuncts, most: countCap + 1 }, reading);
  if (order.walk) {
    const places = await walkPlaces(
      ctx,
      source,
      conjuncts,
      { ...reading, walk: order.walk },
      conjuncts.length === 0 ? null : walkBudget,
    );
    if (places.length >= reading.limit || conjuncts.length === 0) return { places, count: null };
  }
  return fromAll(ctx, source, plan, reading);
}

/** What matches is rare along the order, or the order has no index: out of all that match, by their sets where possible. */
async function fromAll(ctx: Ctx, source: Source, { conjuncts, sets }: Plan, reading: Reading): Promise<Found> {
  const ids = sets.length > 0 ? intersect(sets.map(({ set }) => set)) : null;
  const from = ids ? rowsOf(source, ids) : sql`${source.table} r`;
  const found = await gather(ctx, source, { from, conjuncts, most: countCap + 1 }, reading);
  if (found.count <= countCap) return found;
  const whole = ids && sets.length > 1 ? sql`(${ids}) s join ${source.table} r on r.id = s.id` : sql`${source.table} r`;
  return { places: await sortOut(ctx, source, { from: whole, conjuncts }, reading), count: found.count };
}

/** How many rows match, counted up to one more than the cap. */
export async function countMatching(ctx: Ctx, source: Source, { conjuncts, sets, few }: Plan): Promise<number> {
  const rest = conjuncts.filter(({ set }) => !set?.exact);
  const exact = sets.length > 0 && rest.length === 0 && !few;
  const ids = few ? onceEach(few.set) : sets.length > 0 ? intersect(sets.map(({ set }) => set)) : null;
  const counted =
    exact && ids
      ? sql`select from (${ids}) i ${source.hidden ? sql`where i.id not in (${source.hidden})` : sql``}`
      : sql`select from ${ids ? rowsOf(source, ids) : sql`${source.table} r`} where ${matching(source, few ? conjuncts : rest)}`;
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from (${counted} limit ${countCap + 1}) c`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
