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

/** How many rows are loaded at a time. */
const batchSize = 2_000;

/** How many loads are on their way beside what is being taken; all of them are in memory. */
const loadsAhead = 2;

/** An order without an index is sorted out anew for each reading, so that there are few of them. */
const readAtOnce = 20_000;

/**
 * Everything that matches, in its order, read as fast as it is taken: in short transactions, whatever the taker's pace,
 * and in constant memory. The next batches are read while this one is worked on.
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
  const load = (batch: readonly PlacedId[]) =>
    inside((ctx) =>
      inPlace(
        ctx,
        source,
        batch.map(({ id }) => id),
      ),
    );
  const loading: Promise<readonly Row[]>[] = [];
  const taken = async () => (await loading.shift()) ?? [];
  for await (const batch of batchesOf((after) => inside((ctx) => readPlaces(ctx, source, plan, after)))) {
    const rows = load(batch);
    rows.catch(() => undefined); // where nobody takes it, nobody hears of it
    loading.push(rows);
    if (loading.length > loadsAhead) yield* some(await taken());
  }
  while (loading.length > 0) yield* some(await taken());
}

function* some<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  if (rows.length > 0) yield rows;
}

/** The places in their order, a load's worth at a time; the next are looked for while these are used. */
async function* batchesOf(read: (after: Position | null) => Promise<Places>): AsyncGenerator<readonly PlacedId[]> {
  let ahead = read(null);
  for (;;) {
    const { places, last } = await ahead;
    const end = positionOf(places.at(-1));
    if (!last) {
      ahead = read(end);
      ahead.catch(() => undefined);
    }
    for (let at = 0; at < places.length; at += batchSize) yield places.slice(at, at + batchSize);
    if (last) return;
  }
}

function positionOf(place: PlacedId | undefined): Position | null {
  if (!place) return null;
  const keys = place.keys.flatMap((key) => (key === null ? [] : [key]));
  return { id: place.id, keys: keys.length === place.keys.length ? keys : null };
}

interface Places {
  readonly places: readonly PlacedId[];
  /** Whether there is nothing after them. */
  readonly last: boolean;
}

async function readPlaces(
  ctx: Ctx,
  source: GridSource<{ readonly id: Id<string> }>,
  { conjuncts, order, few, bounds }: Plan,
  after: Position | null,
): Promise<Places> {
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
