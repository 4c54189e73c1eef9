import type { Id } from "@guildhall/core";
import { type Ctx, type Database, type GridSource, gridRows, type Scope } from "@guildhall/db";
import { sql } from "kysely";
import type { BulkSelection } from "../bulk/bulk-edit-input.ts";

/** The rows of a selection: all that match but for a few, or those that are named, in their order. */
export async function* chosenRows<Row extends { readonly id: Id<string> }>(
  database: Database,
  scope: Scope,
  open: (ctx: Ctx) => Promise<GridSource<Row>>,
  selection: BulkSelection,
): AsyncGenerator<readonly Row[]> {
  if ("ids" in selection) {
    yield await database.withTenant(scope, async (ctx) => namedRows(ctx, await open(ctx), selection.ids), {
      readOnly: true,
    });
    return;
  }
  const except = new Set<string>(selection.exclude);
  for await (const rows of gridRows(database, scope, open, selection.question))
    yield except.size === 0 ? rows : rows.filter(({ id }) => !except.has(id));
}

/** Those that are there: what is gone, or somebody else's, is left out. */
async function namedRows<Row extends { readonly id: Id<string> }>(
  ctx: Ctx,
  source: GridSource<Row>,
  ids: readonly Id<string>[],
): Promise<readonly Row[]> {
  const there = await sql<{ id: Id<string> }>`
    select r.id from ${source.table} r where r.id = any (${[...ids]}::uuid[]) and ${source.base}`.execute(ctx.db);
  const loaded = await source.load(
    ctx,
    there.rows.map(({ id }) => id),
  );
  const byId = new Map<string, Row>(loaded.map((row) => [row.id, row]));
  return [...new Set<string>(ids)].flatMap((id) => byId.get(id) ?? []);
}
