import { sql } from "kysely";
import type { Ctx } from "../ctx.ts";
import type { Conjunct, IndexSet, Sql } from "./grid-source.ts";

/** A conjunct that an index knows, and how many ids it found there, counted up to a limit. */
export interface ProbedSet extends Conjunct {
  readonly set: IndexSet;
  readonly size: number;
}

/**
 * How many ids each set has, none counted beyond `most`; the smallest first. PostgreSQL itself cannot guess: its
 * statistics know nothing of single fields, and mix all halls.
 */
export async function probe(ctx: Ctx, conjuncts: readonly Conjunct[], most: number): Promise<ProbedSet[]> {
  const known = conjuncts.flatMap((each) => (each.set ? [{ ...each, set: each.set }] : []));
  if (known.length === 0) return [];
  const probes = known.map(({ set }, place) => {
    const some = sql`(${set.ids}) i limit ${most + 1}`;
    const ids = set.slow ? sql`array(select i.id::text from ${some})` : sql`null::text[]`;
    const size = set.slow ? sql`null::int` : sql`(select count(*) from (select from ${some}) c)`;
    return sql`select ${sql.lit(place)}::int as place, ${size} as size, ${ids} as ids`;
  });
  const { rows } = await sql<{
    place: number;
    size: number | null;
    ids: string[] | null;
  }>`${sql.join(probes, sql` union all `)}`.execute(ctx.db);
  return rows
    .flatMap(({ place, size, ids }) => {
      const each = known[place];
      if (!each) return [];
      const found = ids?.length ?? size ?? 0;
      return [{ ...each, size: found, set: ids && found <= most ? { ...each.set, ids: listed(ids) } : each.set }];
    })
    .sort((a, b) => a.size - b.size);
}

const listed = (ids: readonly string[]): Sql => sql`select unnest(${[...ids]}::uuid[]) as id`;

/** The ids of a set, each once. */
export function onceEach({ ids, once }: IndexSet): Sql {
  return once ? ids : sql`select distinct i.id from (${ids}) i`;
}

/** The ids that are in every one of these sets, each once. */
export function intersect(sets: readonly IndexSet[]): Sql {
  const [first, ...others] = [...sets].sort((a, b) => Number(b.once) - Number(a.once));
  if (!first) throw new Error("There is nothing to intersect.");
  const sides = others.map((each, place) => {
    const name = sql.raw(`s${place + 1}`);
    return sql` join (${onceEach(each)}) ${name} on ${name}.id = s0.id`;
  });
  return sql`select s0.id from (${onceEach(first)}) s0${sides.length ? sql.join(sides, sql``) : sql``}`;
}
