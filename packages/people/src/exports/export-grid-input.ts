import { isColumnId } from "@guildhall/core/grid";
import { z } from "zod";
import { gridQuestionSchema } from "../bulk/bulk-edit-input.ts";
import { gridNames } from "../grid/grid-column.ts";

export const exportFormats = ["csv", "xlsx"] as const;

const columns = z
  .array(z.string().refine(isColumnId, { error: "core.filter-malformed" }))
  .min(1)
  .max(120);

export const exportGridInput = z.object({
  grid: z.enum(gridNames),
  question: gridQuestionSchema,
  /** In this order; null for all that there are. */
  columns: columns.nullable().default(null),
  format: z.enum(exportFormats),
});

const json = z
  .string()
  .max(20_000)
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      check.addIssue({ code: "custom", message: "core.filter-malformed" });
      return z.NEVER;
    }
  });

/** An export as its address says it: the question as JSON, the columns one after the other with commas. */
export const exportSearch = z.object({
  question: json.pipe(gridQuestionSchema).optional(),
  columns: z
    .string()
    .max(8_000)
    .transform((text) => text.split(","))
    .pipe(columns)
    .optional(),
  format: z.enum(exportFormats).default("csv"),
});
