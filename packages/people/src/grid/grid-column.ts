import type { ColumnId, ColumnKind } from "@guildhall/core/grid";
import type { FieldSettings, FieldType, Tone } from "../fields/field.ts";

/** The grids of this package, by the name that addresses, saved views and bulk work know them by. */
export const gridNames = ["people", "companies"] as const;
export type GridName = (typeof gridNames)[number];

/** What the values of a `record` or `choices` column are ids of, where they are no options of its own. */
export type ColumnTarget = "person" | "company" | "staff" | "tag";

/** A column as a grid's pages need to know it. */
export interface GridColumn {
  readonly id: ColumnId;
  readonly kind: ColumnKind;
  /** What a hall calls its own field; null for the grid's own columns, whose words go by their id. */
  readonly name: string | null;
  /** Of a hall's own field: how it is written and shown. */
  readonly type: FieldType | null;
  /** Of a choice: what there is to choose, in order. Own columns' options have no name: their words go by the id. */
  readonly options: readonly { readonly id: string; readonly name: string | null; readonly tone: Tone }[] | null;
  readonly target: ColumnTarget | null;
  readonly settings: FieldSettings;
  readonly sortable: boolean;
  readonly filterable: boolean;
  /** Whether cells can be written where they stand, and many at once. */
  readonly editable: boolean;
  /** In pixels, to begin with. */
  readonly width: number;
}
