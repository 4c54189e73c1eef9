import type { Id } from "@guildhall/core";
import type { ColumnId, ColumnKind, GridSort } from "@guildhall/core/grid";
import type { RawBuilder } from "kysely";
import type { Ctx } from "../ctx.ts";
import type { Asked } from "./asked.ts";

export type Sql<Value = unknown> = RawBuilder<Value>;

/**
 * Where a grid's rows come from. In every expression the row is called `r`; what is asked of the database runs inside
 * the tenant's transaction, so nothing here names the tenant but joins.
 */
export interface GridSource<Row extends { readonly id: Id<string> }> {
  /** Its name in addresses, saved views and bulk work: "people". */
  readonly name: string;
  readonly table: Sql;
  /** Which rows of the table it has at all. */
  readonly base: Sql<boolean>;
  /** The ids that sets from an index may hold though `base` leaves them out; null where there are none. */
  readonly hidden: Sql | null;
  readonly columns: ReadonlyMap<ColumnId, GridColumn>;
  readonly sort: GridSort;
  /** What rows words look for; null where a grid cannot be searched. */
  readonly search: ((words: string) => Conjunct) | null;
  /** Rows by their ids, in any order; those that are gone meanwhile are left out. */
  load(ctx: Ctx, ids: readonly Id<string>[]): Promise<readonly Row[]>;
}

export interface GridColumn {
  readonly kind: ColumnKind;
  /** Whether a row is one that is asked for. */
  matches(asked: Asked): Sql<boolean>;
  /** The ids of the rows that are, out of an index; null where no index knows. */
  find(asked: Asked): IndexSet | null;
  /** Null for a column that is never sorted by. */
  readonly order: ColumnOrder | null;
}

/** Ids as an index has them: a query of one column `id`. */
export interface IndexSet {
  readonly ids: Sql;
  /** Whether it comes in the order of ids, no id twice, so that several can be walked side by side. */
  readonly inOrder: boolean;
  readonly once: boolean;
  /** Whether it takes reading a whole index to come by it, so that what is found is kept. */
  readonly slow?: boolean;
  /** Whether every id in it is one that is asked for; otherwise the rows must be looked at too. */
  readonly exact: boolean;
}

/** Something that every row must be, as one looks at a row and, where an index knows, as a set of ids. */
export interface Conjunct {
  readonly matches: Sql<boolean>;
  readonly set: IndexSet | null;
  /** The column that it is about, where it is about one. */
  readonly column: ColumnId | null;
}

/** How rows are ordered by a column: rows without a value come last either way, rows of one value by their id. */
export interface ColumnOrder {
  /** What a row is ordered by; the first is null where the row has no value, the others then never looked at. */
  readonly keys: readonly Sql[];
  readonly nullable: boolean;
  /** How to walk along the rows in this order out of an index; null where there is none. */
  readonly walk: Walk | null;
}

/**
 * A way along an index. `rows`: the keys are the row's own indexed columns. `places`: another index leads to the rows
 * (`from`, called `w`), by its own keys first. `steps`: one value after another, each with its rows in order of id.
 */
export type Walk =
  | { readonly by: "rows" }
  | {
      readonly by: "places";
      readonly from: Sql;
      readonly where: Sql<boolean>;
      readonly keys: readonly Sql[];
      /** What leads from a place to its rows, ending in the table as `r`; null where the table itself does. */
      readonly through: Sql | null;
      readonly joins: Sql<boolean>;
      /** The id of a place's only row; null where it may have several. */
      readonly rowId: Sql | null;
    }
  | { readonly by: "steps"; readonly steps: readonly Step[] };

/** The rows of one value: those of the grid's table (`from` null), or found through another index as `w`. */
export interface Step {
  /** What `keys` are for these rows. */
  readonly rank: number;
  readonly from: { readonly table: Sql; readonly where: Sql<boolean>; readonly id: Sql } | null;
  /** On the row itself. */
  readonly where: Sql<boolean>;
}
