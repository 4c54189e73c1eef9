import type { CellKind } from "../reading/table.ts";
import type { ColumnMapping, Mapping } from "./target.ts";

/** A cell, and all that decides what it means. */
export interface Cell {
  readonly cell: string;
  readonly kind: CellKind;
  readonly column: ColumnMapping;
  /** By which the row's phone numbers are read. */
  readonly country: string | null;
  readonly mapping: Mapping;
}
