import { fieldOfColumn } from "@guildhall/core/grid";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { BulkChange } from "./bulk-edit-input.ts";

/** A change as history tells it: what it names by its name, for an id says nothing to whoever reads it later. */
export async function toldChange(ctx: Ctx, change: BulkChange): Promise<Record<string, unknown>> {
  const names = await namesOf(ctx, idsIn(change));
  const named = (id: string) => names.get(id) ?? id;
  if ("tag" in change) return { tag: change.tag.map(named) };
  if ("untag" in change) return { untag: change.untag.map(named) };
  if ("addToAudience" in change) return { addToAudience: named(change.addToAudience) };
  if (!("set" in change)) return change;
  return Object.fromEntries(
    Object.entries(change.set).map(([column, value]) => {
      const told = typeof value === "string" ? named(value) : value;
      return [named(fieldOfColumn(column) ?? column), told];
    }),
  );
}

/** Of people no name is kept here, so that none outlives who asks to be forgotten. */
function idsIn(change: BulkChange): string[] {
  if ("tag" in change) return change.tag;
  if ("untag" in change) return change.untag;
  if ("addToAudience" in change) return [change.addToAudience];
  if (!("set" in change)) return [];
  const { parent } = change.set;
  return [
    ...Object.keys(change.set).flatMap((column) => fieldOfColumn(column) ?? []),
    ...(typeof parent === "string" ? [parent] : []),
  ];
}

async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from tag where id = any (${ids}::uuid[])
    union all select id, name from audience where id = any (${ids}::uuid[])
    union all select id, name from field where id = any (${ids}::uuid[])
    union all select id, name from company where id = any (${ids}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
