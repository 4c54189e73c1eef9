import type { Id } from "@guildhall/core";
import { type Ctx, type Database, type Scope, sqlState } from "@guildhall/db";
import { limitOf } from "@guildhall/tenancy";
import { sql } from "kysely";
import { loadRoll } from "./load/load-roll.ts";
import { loadWords } from "./load/load-words.ts";
import { type BatchItem, type BatchPlan, planBatch } from "./plan/plan-batch.ts";
import type { Rules } from "./plan/rules.ts";
import { Words } from "./plan/words.ts";
import type { Batch } from "./read-batches.ts";
import { ownFields } from "./run-rules.ts";
import { addFigures } from "./runs/figures.ts";
import type { ImportRun } from "./runs/import-run.ts";
import { readRun } from "./runs/run.queries.ts";
import { type TakeTurn, takeTurn } from "./take-turn.ts";
import { keepRows } from "./write/keep-rows.ts";
import { writeBatch } from "./write/write-batch.ts";
import { PlanOutdated } from "./write/writing.ts";

export interface Working {
  readonly database: Database;
  readonly scope: Scope;
  readonly runId: Id<"import_run">;
  readonly workerId: string;
  readonly rules: Rules;
  readonly turn?: TakeTurn;
}

/** Somebody paused or cancelled it, or another worker took it over: there is nothing more to do here. */
export class NoLongerOurs extends Error {
  override readonly name = "NoLongerOurs";
}

/**
 * Writes a batch and how far the run has come in one transaction, so that whenever this dies the next worker goes on
 * exactly behind it. Returns the rules with the choices that fields have got.
 */
export async function runBatch(working: Working, batch: Batch): Promise<Rules> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await working.database.withTenant(working.scope, (ctx) => inTurn(ctx, working, batch));
    } catch (error) {
      if (error instanceof PlanOutdated && attempt < mostAttempts) continue;
      if (!isAboutRows(error)) throw error;
      return apart(working, batch, error);
    }
  }
}

const mostAttempts = 6;

/** Refused by what the database holds to: a row is in it that nothing here foresaw. */
function isAboutRows(error: unknown): boolean {
  return /^(22|23)/.test(sqlState(error) ?? "");
}

/** In halves, until the row is alone that cannot be written: it is refused, and the others come in. */
async function apart(working: Working, batch: Batch, cause: unknown): Promise<Rules> {
  const { items } = batch;
  const [only] = items;
  if (items.length === 1 && only?.kind === "row") {
    const excerpt = only.cells.join(" | ").slice(0, 500);
    const broken: BatchItem = {
      kind: "broken",
      number: only.row.number,
      line: only.row.number,
      column: 0,
      code: "imports.row-unwritable",
      excerpt,
    };
    return runBatch(working, { ...batch, items: [broken] });
  }
  if (items.length <= 1) throw cause;
  const half = Math.ceil(items.length / 2);
  const first = items.slice(0, half);
  const rules = await runBatch(working, { ...batch, items: first, last: lastOf(first) });
  return runBatch({ ...working, rules }, { ...batch, items: items.slice(half) });
}

function lastOf(items: readonly BatchItem[]): number {
  const item = items.at(-1);
  if (!item) return 0;
  return item.kind === "row" ? item.row.number : item.kind === "empty" ? item.number + item.count - 1 : item.number;
}

async function inTurn(ctx: Ctx, { runId, workerId, rules, turn = takeTurn }: Working, batch: Batch): Promise<Rules> {
  const run = await holdRun(ctx, runId, workerId);
  if (run.position >= batch.last) return rules; // its commit was not heard of
  await turn(ctx);
  const grown = ownFields(rules);
  const plan = await planFor(ctx, batch.items, grown);
  if (!run.changeSetId) throw new Error("A run has a change set.");
  await writeBatch(ctx, plan, { changeSetId: run.changeSetId, source: run.source });
  await keepRows(ctx, runId, plan.rows);
  await keepProgress(ctx, run, plan, batch);
  return grown;
}

async function holdRun(ctx: Ctx, runId: Id<"import_run">, workerId: string): Promise<ImportRun> {
  const run = await readRun(ctx, runId, { lock: true });
  if (run.state !== "running" || run.workerId !== workerId) throw new NoLongerOurs();
  return run;
}

async function planFor(ctx: Ctx, items: readonly BatchItem[], rules: Rules): Promise<BatchPlan> {
  const words = new Words();
  words.learn(await loadWords(ctx, items));
  const positions = rules.columns.has("company") || rules.columns.has("job-title");
  const roll = await loadRoll(ctx, items, { positions });
  return planBatch({ items, roll, words, rules, room: await roomFor(ctx) });
}

/** How many more people the hall may have; null for as many as come. */
export async function roomFor(ctx: Ctx): Promise<number | null> {
  const limit = await limitOf(ctx, "people.rows");
  if (limit === null) return null;
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from person where canonical_id is null order by created_at desc limit ${limit}
    ) counted`.execute(ctx.db);
  return Math.max(0, limit - (rows[0]?.count ?? 0));
}

async function keepProgress(
  ctx: Ctx,
  run: ImportRun,
  { figures }: BatchPlan,
  { last, progress }: Batch,
): Promise<void> {
  await ctx.db
    .updateTable("import_run")
    .set({
      figures: JSON.stringify(addFigures(run.figures, figures)),
      position: last,
      bytes_done: Math.max(progress.done, run.bytesDone),
      bytes_total: progress.of,
    })
    .where("id", "=", run.id)
    .execute();
}
