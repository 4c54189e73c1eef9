import { type Id, idSchema, lineSchema } from "@guildhall/core";
import { type GridState, gridStateSchema } from "@guildhall/core/grid";
import { z } from "zod";
import { gridNames } from "../grid/grid-column.ts";

/** A way of looking at a grid that somebody kept. */
export interface SavedView {
  readonly id: Id<"saved_view">;
  readonly name: string;
  readonly shared: boolean;
  /** Whether it is of whoever asks. */
  readonly mine: boolean;
  /** Whether whoever asks may change it. */
  readonly mayChange: boolean;
  readonly state: GridState;
}

export const gridNameSchema = z.enum(gridNames);
export const viewNameSchema = lineSchema(80, { empty: "people.view-name-missing" });
const viewIdSchema = idSchema("saved_view");

/** As many as one person keeps of one grid. */
export const mostViews = 50;

/** A state as forms post it. */
const postedState = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "core.filter-malformed" });
      return z.NEVER;
    }
  })
  .pipe(gridStateSchema);
const stateInput = z.union([gridStateSchema, postedState]);

export const saveViewInput = z.object({
  grid: gridNameSchema,
  name: viewNameSchema,
  shared: z.boolean().default(false),
  state: stateInput,
});
export const renameViewInput = z.object({ viewId: viewIdSchema, name: viewNameSchema });
export const updateViewInput = z.object({ viewId: viewIdSchema, state: stateInput });
export const shareViewInput = z.object({ viewId: viewIdSchema, shared: z.boolean() });
export const deleteViewInput = z.object({ viewId: viewIdSchema });
