import { type Id, idSchema } from "@guildhall/core";
import { z } from "zod";
import { type Mapping, targetSchema } from "../../mapping/target.ts";
import { delimiterSchema, encodingSchema, type ReadingHints, readingHintsSchema } from "../../reading/table.ts";
import { type PreviewRow, previewRowSchema, type Tally, tallySchema } from "../plan/row-outcome.ts";
import type { ImportMode } from "../plan/rules.ts";
import { type Figures, figuresSchema } from "./figures.ts";
import type { RunState } from "./run-state.ts";

/** A file that may be imported, and how wide its table may be: nobody can look at more columns. */
export const mostBytes = 200 * 1_048_576;
export const mostColumns = 500;

/** How the file was read: what a page shows of it, and lets be changed. */
export const layoutSchema = z.object({
  format: z.enum(["text", "xlsx"]),
  encoding: encodingSchema.nullable(),
  delimiter: delimiterSchema.nullable(),
  sheet: z.int().nullable(),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
  headerRow: z.int().nullable(),
  columns: z.array(z.string()),
  notes: z.array(z.object({ column: z.int(), code: z.string() })),
  /** The first rows, their cells cut. */
  sample: z.array(z.object({ number: z.int(), cells: z.array(z.string()) })),
});
export type Layout = z.output<typeof layoutSchema>;

export const keptProposalSchema = z.object({
  preset: z.string().nullable(),
  columns: z.array(
    z.object({
      column: z.int(),
      name: z.string(),
      target: targetSchema,
      confidence: z.number(),
      why: z.string(),
      examples: z.array(z.string()),
      filled: z.int(),
      doubt: z.string().nullable(),
    }),
  ),
});
export type KeptProposal = z.output<typeof keptProposalSchema>;

export const previewSchema = z.object({
  figures: figuresSchema,
  rows: z.array(previewRowSchema),
  problems: z.array(tallySchema).default([]),
});
export interface Preview {
  readonly figures: Figures;
  /** The first of each outcome. */
  readonly rows: readonly PreviewRow[];
  /** What is wrong most often first. */
  readonly problems: readonly Tally[];
}

export const undoneSchema = z.object({
  restored: z.int(),
  removed: z.int(),
  broughtBack: z.int(),
  left: z.int(),
  skipped: z.array(z.object({ subjectType: z.string(), subjectId: z.string(), reason: z.string() })),
});

/** One import, as its page shows it. */
export interface ImportRun {
  readonly id: Id<"import_run">;
  readonly state: RunState;
  readonly fileName: string;
  readonly fileSize: number;
  readonly source: string;
  readonly hints: ReadingHints;
  readonly layout: Layout | null;
  readonly mapping: Mapping | null;
  readonly proposal: KeptProposal | null;
  readonly mode: ImportMode;
  readonly preview: Preview | null;
  readonly figures: Figures;
  readonly position: number;
  readonly bytesDone: number;
  readonly bytesTotal: number | null;
  readonly errorCode: string | null;
  readonly errorParams: Readonly<Record<string, string | number>>;
  readonly undone: z.output<typeof undoneSchema> | null;
  readonly changeSetId: Id<"change_set"> | null;
  readonly workerId: string | null;
  readonly createdByPersonId: Id<"person">;
  readonly createdByUserId: Id<"user_account">;
  readonly fileId: Id<"file"> | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export const runInput = z.object({ runId: idSchema("import_run") });
export const hintsInput = runInput.extend({ hints: readingHintsSchema });
