import { idSchema } from "@guildhall/core";
import { filterSchema, type GridQuestion, gridSortSchema, isColumnId } from "@guildhall/core/grid";
import { z } from "zod";
import { gridNames } from "../grid/grid-column.ts";
import { stages } from "../people/person.ts";

/** Up to so many rows are changed at once, in the request itself; more of them behind the pages. */
export const inlineLimit = 2_000;

const rowId = idSchema("record");

export const gridQuestionSchema: z.ZodType<GridQuestion> = z.object({
  search: z.string().trim().min(1).max(200).nullable().default(null),
  filter: filterSchema.nullable().default(null),
  sort: gridSortSchema.nullable().default(null),
});

/** Rows one by one, or everything that matches but for a few. */
export const bulkSelectionSchema = z.union([
  z.strictObject({ ids: z.array(rowId).min(1).max(inlineLimit) }),
  z.strictObject({ question: gridQuestionSchema, exclude: z.array(rowId).max(1_000).default([]) }),
]);
export type BulkSelection = z.output<typeof bulkSelectionSchema>;

const tagIds = z.array(idSchema("tag")).min(1).max(20);
const column = z.string().refine(isColumnId, { error: "core.filter-malformed" });

/** What is done to each row. Values of columns are written as the column keeps them; null empties it. */
export const bulkChangeSchema = z.union([
  z.strictObject({ set: z.record(column, z.json()) }),
  z.strictObject({ owner: idSchema("person").nullable() }),
  z.strictObject({ stage: z.enum(stages).nullable() }),
  z.strictObject({ tag: tagIds }),
  z.strictObject({ untag: tagIds }),
  z.strictObject({ delete: z.literal(true) }),
  z.strictObject({ addToAudience: idSchema("audience") }),
]);
export type BulkChange = z.output<typeof bulkChangeSchema>;

export const bulkEditInput = z.object({
  grid: z.enum(gridNames),
  selection: bulkSelectionSchema,
  change: bulkChangeSchema,
});

/**
 * Why a row was left as it was: it has it already, it is gone, somebody signs in with it, something else needs it, or it
 * stands above what it should come below.
 */
export const skipReasons = ["unchanged", "gone", "signs-in", "merged", "in-use", "circle"] as const;
export type BulkSkipReason = (typeof skipReasons)[number];
export type BulkReasons = Readonly<Partial<Record<BulkSkipReason, number>>>;
