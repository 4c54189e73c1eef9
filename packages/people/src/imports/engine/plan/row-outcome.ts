import type { Id } from "@guildhall/core";
import { z } from "zod";

const outcomes = ["created", "updated", "unchanged", "skipped", "refused"] as const;
export type Outcome = (typeof outcomes)[number];

export const cellProblemSchema = z.object({ column: z.int(), code: z.string(), written: z.string() });
/** A cell that was left out, or taken with a doubt. */
export type CellProblem = z.output<typeof cellProblemSchema>;

/** What became of a row that somebody should hear of. */
export interface RowOutcome {
  readonly number: number;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>> | null;
  readonly personId: Id<"person"> | null;
  readonly problems: readonly CellProblem[];
  /** Of a refused row. */
  readonly cells: readonly string[] | null;
}

const changeSchema = z.object({
  /** A column of a person, "identity", "company", "job_title", "tag", or "field". */
  what: z.string(),
  /** Of a field: what it is called. */
  name: z.string().nullable().default(null),
  before: z.string().nullable(),
  after: z.string(),
});
/** One thing of a person that a row changes, in words for a preview. */
export type Change = z.output<typeof changeSchema>;

export const previewRowSchema = z.object({
  number: z.int(),
  outcome: z.enum(outcomes),
  code: z.string().nullable().default(null),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .nullable()
    .default(null),
  name: z.string(),
  personId: z.string().nullable().default(null),
  changes: z.array(changeSchema),
  problems: z.array(cellProblemSchema),
});
/** A row as a preview shows it. */
export type PreviewRow = z.output<typeof previewRowSchema>;

export const tallySchema = z.object({
  column: z.int(),
  code: z.string(),
  count: z.int(),
  /** Some of what stands in those cells. */
  examples: z.array(z.string()),
});
/** How often something is wrong in a column. */
export type Tally = z.output<typeof tallySchema>;
