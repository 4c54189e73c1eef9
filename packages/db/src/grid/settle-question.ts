import { type Id, invalid } from "@guildhall/core";
import type { Condition, Filter, GridQuestion } from "@guildhall/core/grid";
import { sql } from "kysely";
import type { Scope } from "../ctx.ts";
import { settle } from "./asked.ts";
import type { GridOrder } from "./grid-order.ts";
import type { Conjunct, GridSource, IndexSet } from "./grid-source.ts";

/** What is asked of a grid, once it is settled who asks and when. */
export interface Settled {
  readonly conjuncts: readonly Conjunct[];
  readonly order: GridOrder;
}

type Source = Pick<GridSource<{ id: Id<string> }>, "columns" | "search" | "sort">;
type Asking = Pick<Scope, "actor" | "clock" | "tenant">;

/** Settles a question; a column that the grid does not have, or an operator that its column does not know, is invalid. */
export function settleQuestion(asking: Asking, source: Source, { search, filter, sort }: GridQuestion): Settled {
  const words = search && source.search ? [source.search(search)] : [];
  const { column, direction } = sort ?? source.sort;
  const order = columnOf(source, column).order;
  if (!order) throw invalid("core.filter-malformed");
  return {
    conjuncts: [...words, ...(filter ? conjunctsOf(asking, source, filter) : [])],
    order: { ...order, column, direction },
  };
}

function columnOf(source: Source, id: string) {
  const column = source.columns.get(id);
  if (!column) throw invalid("core.grid-column-unknown", {}, { column: id });
  return column;
}

function conjunctsOf(asking: Asking, source: Source, filter: Filter): Conjunct[] {
  if ("all" in filter) return filter.all.flatMap((each) => conjunctsOf(asking, source, each));
  if ("any" in filter) return [oneOf(filter.any.map((each) => conjunctsOf(asking, source, each)))];
  return one(asking, source, filter);
}

function one(asking: Asking, source: Source, condition: Condition): Conjunct[] {
  const column = columnOf(source, condition.column);
  const asked = settle(condition, column.kind, asking);
  // Each of them has a set of its own.
  const parts =
    asked.is === "chosen" && asked.how === "all-of"
      ? asked.chosen.map((each) => ({ ...asked, how: "any-of" as const, chosen: [each] }))
      : [asked];
  return parts.map((part) => ({ matches: column.matches(part), set: column.find(part), column: condition.column }));
}

function oneOf(groups: readonly (readonly Conjunct[])[]): Conjunct {
  const matches = groups.map(
    (group) =>
      sql`(${sql.join(
        group.map((each) => each.matches),
        sql` and `,
      )})`,
  );
  return { matches: sql<boolean>`(${sql.join(matches, sql` or `)})`, set: union(groups), column: null };
}

/** Of each group the set of one of its members, where every group has such a member. */
function union(groups: readonly (readonly Conjunct[])[]): IndexSet | null {
  const sets: IndexSet[] = [];
  for (const group of groups) {
    const set = group.find((each) => each.set)?.set;
    if (!set) return null;
    sets.push({ ...set, exact: set.exact && group.length === 1 });
  }
  const [only] = sets;
  if (only && sets.length === 1) return only;
  return {
    ids: sql.join(
      sets.map(({ ids }) => sql`(${ids})`),
      sql` union all `,
    ),
    inOrder: false,
    once: false,
    slow: sets.some(({ slow }) => slow === true),
    exact: sets.every(({ exact }) => exact),
  };
}
