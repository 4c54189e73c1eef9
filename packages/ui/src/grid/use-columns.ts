import type { ColumnId, GridState } from "@guildhall/core/grid";
import {
  type ColumnDef,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { GridColumn, GridRow } from "./column.ts";
import { narrowest, type ShownColumn, shownColumns, widest } from "./look.ts";
import { type PlacedColumn, placeColumns } from "./placed-columns.ts";

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
const noRows: GridRow[] = [];

export type GridColumns = { readonly shown: readonly ShownColumn[]; readonly placed: readonly PlacedColumn[] };

/** Which columns are in sight, in their order, pinned and as wide as somebody wants them; `widths` while one is being drawn. */
export function useColumns(
  all: readonly GridColumn[],
  lead: ColumnId,
  kept: GridState["columns"],
  widths: Readonly<Record<ColumnId, number>>,
): GridColumns {
  const asked = useMemo(() => shownColumns(all, lead, kept), [all, lead, kept]);
  const columns = useMemo(() => all.map(definition), [all]);
  const state = useMemo(() => tableState(all, asked, widths), [all, asked, widths]);
  const table = useTable({ features, columns, data: noRows, state }, nothingMore);
  const start = table.getStartVisibleLeafColumns();
  const centre = table.getCenterVisibleLeafColumns();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sizes are read from the table, which stays the same object
  return useMemo(() => {
    const byId = new Map(all.map((column) => [column.id, column]));
    const shown = [...start, ...centre].flatMap((each) => {
      const column = byId.get(each.id);
      return column ? [{ column, width: each.getSize(), pinned: each.getIsPinned() === "start" }] : [];
    });
    return { shown, placed: placeColumns(shown, lead) };
  }, [all, lead, start, centre, state]);
}

const nothingMore = () => null;

function definition({ id }: GridColumn): ColumnDef<typeof features, GridRow> {
  return { id, accessorFn: (row) => row.cells[id], minSize: narrowest, maxSize: widest };
}

function tableState(
  all: readonly GridColumn[],
  asked: readonly ShownColumn[],
  widths: Readonly<Record<ColumnId, number>>,
) {
  const seen = new Set(asked.map(({ column }) => column.id));
  return {
    columnOrder: asked.map(({ column }) => column.id),
    columnPinning: { start: asked.filter((each) => each.pinned).map(({ column }) => column.id), end: [] },
    columnVisibility: Object.fromEntries(all.map(({ id }) => [id, seen.has(id)])),
    columnSizing: Object.fromEntries(asked.map(({ column, width }) => [column.id, widths[column.id] ?? width])),
  };
}
