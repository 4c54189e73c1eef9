import type { Id } from "@guildhall/core";
import type { GridQuestion } from "@guildhall/core/grid";
import { sql } from "kysely";
import type { Ctx, Scope } from "../ctx.ts";
import type { Database } from "../database.ts";
import { type Plan, planFor, usualBounds } from "./choose-places.ts";
import type { PlacedId, Position } from "./grid-order.ts";
import { inPlace } from "./grid-page.ts";
import type { GridSource } from "./grid-source.ts";
import { onceEach } from "./index-sets.ts";
import { patiently } from "./patiently.ts";
import { gather, rowsOf, sortOut } from "./read-places.ts";
import { settleQuestion } from "./settle-question.ts";
import { walkPlaces } from "./walk-places.ts";

/** How many rows are in memory at a time, twice: those that are taken, and the next. */
const batchSize = 2_000;

/** An order without an index is sorted out anew for each reading, so that there are few of them. */
const readAtOnce = 20_000;

/**
 * Everything that matches, in its order, read as fast as it is taken: in short transactions, whatever the taker's pace,
 * and in constant memory. The next batch is read while this one is worked on.
 */
export async function* gridRows<Row extends { readonly id: Id<string> }>(
  database: Database,
  scope: Scope,
  open: (ctx: Ctx) => Promise<GridSource<Row>>,
  question: GridQuestion,
): AsyncGenerator<readonly Row[]> {
  const inside = <Result>(work: (ctx: Ctx) => Promise<Result>) =>
    database.withTenant(scope, (ctx) => patiently(ctx, { cursor: false }, () => work(ctx)), { readOnly: true });
  const [source, plan] = await inside(async (ctx) => {
    const opened = await open(ctx);
    return [opened, await planFor(ctx, settleQuestion(ctx, opened, question), usualBounds)] as const;
  });
  let places: readonly PlacedId[] = [];
  let after: Position | null = null;
  let over = false;
  const next = () =>
    inside(async (ctx) => {
      if (places.length === 0 && !over) {
        const read = await readPlaces(ctx, source, plan, after);
        places = read.places;
        over = read.last;
        after = positionOf(read.places.at(-1)) ?? after;
      }
      const batch = places.slice(0, batchSize);
      places = places.slice(batchSize);
      return inPlace(
        ctx,
        source,
        batch.map(({ id }) => id),
      ).then((rows) => ({ rows, size: batch.length }));
    });

  let ahead = next();
  for (;;) {
    const { rows, size } = await ahead;
    if (size === 0) return;
    ahead = next();
    ahead.catch(() => undefined); // where nobody takes it, nobody hears of it
    if (rows.length > 0) yield rows;
  }
}

function positionOf(place: PlacedId | undefined): Position | null {
  if (!place) return null;
  const keys = place.keys.flatMap((key) => (key === null ? [] : [key]));
  return { id: place.id, keys: keys.length === place.keys.length ? keys : null };
}

async function readPlaces(
  ctx: Ctx,
  source: GridSource<{ readonly id: Id<string> }>,
  { conjuncts, order, few, bounds }: Plan,
  after: Position | null,
): Promise<{ places: readonly PlacedId[]; last: boolean }> {
  const reading = { order, way: "next", after } as const;
  if (few) {
    const from = rowsOf(source, onceEach(few.set));
    const all = { ...reading, limit: bounds.few + 1 };
    return { places: (await gather(ctx, source, { from, conjuncts, most: all.limit }, all)).places, last: true };
  }
  if (!order.walk) {
    const some = { ...reading, limit: readAtOnce };
    const places = await sortOut(ctx, source, { from: sql`${source.table} r`, conjuncts }, some);
    return { places, last: places.length < readAtOnce };
  }
  const walk = { ...reading, walk: order.walk, limit: batchSize * 2 };
  const { places } = await walkPlaces(ctx, source, conjuncts, walk, null);
  return { places, last: places.length < walk.limit };
}
