import type { Id, Page, PageOf } from "@guildhall/core";
import { type Ctx, type Database, keyset, type Scope } from "@guildhall/db";
import { csvLine } from "@guildhall/tenancy";
import { z } from "zod";
import { type CellProblem, cellProblemSchema, type Outcome } from "../plan/row-outcome.ts";
import { findRun } from "./run.queries.ts";

/** A row that somebody should hear of. */
export interface ProblemRow {
  readonly number: number;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly personId: Id<"person"> | null;
  readonly problems: readonly CellProblem[];
  readonly cells: readonly string[];
}

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const cellsSchema = z.array(z.string());

/** The refused rows of an import, or those with cells that were left out, in the order of the file. */
export async function listProblemRows(
  ctx: Ctx,
  runId: Id<"import_run">,
  { refused, page }: { readonly refused: boolean; readonly page: Page },
): Promise<PageOf<ProblemRow>> {
  await findRun(ctx, runId);
  const query = ctx.db
    .selectFrom("import_row")
    .select(["number", "outcome", "code", "params", "person_id", "problems", "cells"])
    .where("run_id", "=", runId)
    .where("outcome", refused ? "=" : "<>", "refused");
  const { rows, ...cursors } = await keyset(query, page, { columns: ["number"], direction: "asc" });
  return {
    ...cursors,
    rows: rows.map((row) => ({
      number: row.number,
      outcome: row.outcome,
      code: row.code,
      params: paramsSchema.parse(row.params ?? {}),
      personId: row.person_id,
      problems: z.array(cellProblemSchema).parse(row.problems),
      cells: cellsSchema.parse(row.cells ?? []),
    })),
  };
}

/** How a row's reason is said. */
type Say = (row: ProblemRow, columns: readonly string[]) => string;

interface Headings {
  readonly row: string;
  readonly reason: string;
}

/**
 * The rows that did not come in, and cells that were left out, as CSV with the file's own columns: to be mended and
 * imported again. Read out as fast as it is taken; no cell of it is a formula.
 */
export async function refusedRowsFile(
  database: Database,
  scope: Scope,
  { runId, headings, say }: { readonly runId: Id<"import_run">; readonly headings: Headings; readonly say: Say },
): Promise<{ readonly name: string; readonly text: AsyncGenerator<string> }> {
  const run = await database.withTenant(scope, (ctx) => findRun(ctx, runId), { readOnly: true });
  const columns = run.layout?.columns ?? [];
  async function* text(): AsyncGenerator<string> {
    yield `\ufeff${csvLine([headings.row, headings.reason, ...columns])}`;
    for (let cursor: string | null = null; ; ) {
      const page: PageOf<ProblemRow> = await database.withTenant(
        scope,
        (ctx) => listProblemRows(ctx, runId, { refused: true, page: { size: 100, cursor } }),
        { readOnly: true },
      );
      for (const row of page.rows) yield csvLine([String(row.number), say(row, columns), ...row.cells]);
      if (!page.next) return;
      cursor = page.next;
    }
  }
  return { name: run.fileName.replace(/\.[^.]*$/, ""), text: text() };
}
