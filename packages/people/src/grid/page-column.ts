import type { GridColumn } from "./grid-column.ts";

/** One of a grid's own columns as pages know it. */
export const pageColumn = (
  id: string,
  kind: GridColumn["kind"],
  width: number,
  over: Partial<GridColumn> = {},
): GridColumn => ({
  id,
  kind,
  name: null,
  type: null,
  options: null,
  target: null,
  settings: {},
  sortable: true,
  filterable: true,
  editable: false,
  width,
  ...over,
});

/** Options whose words go by their ids. */
export const listed = (ids: readonly string[]) => ids.map((id) => ({ id, name: null, tone: "neutral" as const }));
