import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { RowOutcome } from "../plan/row-outcome.ts";

/** Keeps the rows that somebody should hear of. */
export async function keepRows(ctx: Ctx, runId: Id<"import_run">, rows: readonly RowOutcome[]): Promise<void> {
  if (rows.length === 0) return;
  const kept = rows.map(({ cells, problems, params, ...row }) => ({
    ...row,
    params: params && Object.fromEntries(Object.entries(params).map(([name, value]) => [name, storable(value)])),
    problems: problems.map((problem) => ({ ...problem, written: storable(problem.written) })),
    cells: cells?.map(storable) ?? null,
  }));
  await sql`
    insert into import_row (tenant_id, run_id, number, outcome, code, params, person_id, problems, cells)
    select ${ctx.tenant.id}, ${runId}, r.number, r.outcome, r.code, r.params, r."personId", r.problems, r.cells
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r (number int, outcome text, code text, params jsonb,
      "personId" uuid, problems jsonb, cells jsonb)`.execute(ctx.db);
}

/** What no text of the database can hold is shown as missing. */
function storable<Value>(value: Value): Value | string {
  return typeof value === "string" ? value.replaceAll("\0", "\ufffd").toWellFormed() : value;
}
