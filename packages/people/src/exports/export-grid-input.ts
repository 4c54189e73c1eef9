import { isColumnId } from "@guildhall/core/grid";
import { z } from "zod";
import { bulkSelectionSchema, gridQuestionSchema } from "../bulk/bulk-edit-input.ts";
import { gridNames } from "../grid/grid-column.ts";

export const exportFormats = ["csv", "xlsx"] as const;

const columns = z
  .array(z.string().refine(isColumnId, { error: "core.filter-malformed" }))
  .min(1)
  .max(120);

export const exportGridInput = z.object({
  grid: z.enum(gridNames),
  /** Everything, where nothing is asked. */
  question: gridQuestionSchema.default({ search: null, filter: null, sort: null }),
  /** Instead: all that match but for a few, or rows one by one in the order in which they are named. */
  selection: bulkSelectionSchema.optional(),
  /** In this order; null for all that there are. */
  columns: columns.nullish(),
  format: z.enum(exportFormats),
});

const jsonOf = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text, check): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        check.addIssue({ code: "custom", message: "core.filter-malformed" });
        return z.NEVER;
      }
    });
const json = jsonOf(20_000);
/** As many ids as are chosen one by one. */
const postedJson = jsonOf(100_000);

const written = {
  columns: z
    .string()
    .max(8_000)
    .transform((text) => text.split(","))
    .pipe(columns)
    .optional(),
  format: z.enum(exportFormats).default("csv"),
};

/** An export as its address says it: the question as JSON, the columns one after the other with commas. */
export const exportSearch = z.object({ question: json.pipe(gridQuestionSchema).optional(), ...written });

/** The same of rows that were chosen, as a form posts it: too many for an address. */
export const exportForm = z.object({ selection: postedJson.pipe(bulkSelectionSchema), ...written });
