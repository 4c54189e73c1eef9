import type { Id, Page, PageOf } from "@guildhall/core";
import type { GridQuestion } from "@guildhall/core/grid";
import type { Ctx } from "../ctx.ts";
import { type Bounds, choosePlaces, countMatching, planFor, usualBounds } from "./choose-places.ts";
import { readCursor, type Way, writeCursor } from "./grid-order.ts";
import type { GridSource } from "./grid-source.ts";
import { patiently } from "./patiently.ts";
import { settleQuestion } from "./settle-question.ts";

/** How many rows match: exact up to 10,000, `more` when there are others beyond. */
export interface GridCount {
  readonly count: number;
  readonly more: boolean;
}

/**
 * One page of a grid, by keyset, with how many rows match in all. Whatever is asked, the work for it is bounded; what
 * would take too long all the same is refused.
 */
export async function gridPage<Row extends { readonly id: Id<string> }>(
  ctx: Ctx,
  source: GridSource<Row>,
  question: GridQuestion,
  page: Page,
  bounds: Bounds = usualBounds,
): Promise<PageOf<Row> & { readonly count: GridCount }> {
  const settled = settleQuestion(ctx, source, question);
  const { order } = settled;
  const cursor = page.cursor === null ? null : readCursor(order, page.cursor);
  const way: Way = cursor?.way ?? "next";
  return patiently(ctx, { cursor: cursor !== null }, async () => {
    const plan = await planFor(ctx, settled, bounds);
    const found = await choosePlaces(ctx, source, plan, {
      order,
      way,
      after: cursor?.position ?? null,
      limit: page.size + 1,
    });
    const counted = found.count ?? (await countMatching(ctx, source, plan));
    const more = found.places.length > page.size;
    const places = found.places.slice(0, page.size);
    if (way === "previous") places.reverse();
    const rows = await inPlace(
      ctx,
      source,
      places.map(({ id }) => id),
    );
    const [first, last] = [places[0], places.at(-1)];
    const backwards = way === "previous";
    return {
      rows,
      next: last && (more || backwards) ? writeCursor(order, "next", last) : null,
      previous: first && (backwards ? more : cursor !== null) ? writeCursor(order, "previous", first) : null,
      count: asCount(counted, bounds),
    };
  });
}

/** How many rows match. */
export async function gridCount<Row extends { readonly id: Id<string> }>(
  ctx: Ctx,
  source: GridSource<Row>,
  question: GridQuestion,
): Promise<GridCount> {
  const settled = settleQuestion(ctx, source, question);
  return patiently(ctx, { cursor: false }, async () =>
    asCount(await countMatching(ctx, source, await planFor(ctx, settled, usualBounds)), usualBounds),
  );
}

function asCount(counted: number, { count }: Bounds): GridCount {
  return { count: Math.min(counted, count), more: counted > count };
}

/** Rows in the order of their ids. */
export async function inPlace<Row extends { readonly id: Id<string> }>(
  ctx: Ctx,
  source: Pick<GridSource<Row>, "load">,
  ids: readonly string[],
): Promise<Row[]> {
  if (ids.length === 0) return [];
  const loaded = await source.load(ctx, ids as readonly Id<string>[]);
  const byId = new Map<string, Row>(loaded.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
