import { z } from "zod";
import { type ColumnId, isColumnId } from "./column.ts";
import { type Filter, filterSchema } from "./filter.ts";

const column = z.string().refine(isColumnId, { error: "core.filter-malformed" });

export interface GridSort {
  readonly column: ColumnId;
  readonly direction: "asc" | "desc";
}

/** What is asked of a grid: words to find, a filter, an order. */
export interface GridQuestion {
  readonly search: string | null;
  readonly filter: Filter | null;
  readonly sort: GridSort | null;
}

/** How a grid is shown: which columns, in their order, how wide (px), which stay in sight, how dense. */
export interface GridLook {
  readonly columns: readonly { readonly id: ColumnId; readonly width?: number; readonly pinned?: boolean }[] | null;
  readonly density: "compact" | "comfortable";
}

/** All that a view keeps and an address says about a grid. Null columns are the grid's own choice. */
export type GridState = GridQuestion & GridLook;

export const gridSortSchema = z.strictObject({ column, direction: z.enum(["asc", "desc"]) });

export const gridStateSchema: z.ZodType<GridState> = z.strictObject({
  search: z.string().trim().min(1).max(200).nullable().default(null),
  filter: filterSchema.nullable().default(null),
  sort: gridSortSchema.nullable().default(null),
  columns: z
    .array(z.strictObject({ id: column, width: z.int().min(48).max(800).optional(), pinned: z.boolean().optional() }))
    .max(120)
    .nullable()
    .default(null),
  density: z.enum(["compact", "comfortable"]).default("comfortable"),
}) as unknown as z.ZodType<GridState>;
