import { type Id, systemClock } from "@guildhall/core";
import type { Ctx, Scope } from "@guildhall/db";
import { findFile } from "@guildhall/files";
import { defineTask, type Task } from "@guildhall/jobs";
import type { Mapping } from "../../mapping/target.ts";
import { openTable } from "../../reading/open-table.ts";
import { isFileRefusal } from "../../reading/refuse-file.ts";
import { FileRoll } from "../file-roll.ts";
import { loadRoll } from "../load/load-roll.ts";
import { loadWords } from "../load/load-words.ts";
import { planBatch } from "../plan/plan-batch.ts";
import { ProblemTally } from "../plan/problem-tally.ts";
import type { Outcome, PreviewRow } from "../plan/row-outcome.ts";
import { Words } from "../plan/words.ts";
import { ahead, type Batch, readBatches } from "../read-batches.ts";
import { roomFor } from "../run-batch.ts";
import { readRules } from "../run-rules.ts";
import { addFigures, type Figures, noFigures } from "../runs/figures.ts";
import type { ImportRun, Preview } from "../runs/import-run.ts";
import { sourceOf } from "../runs/inspect-file.ts";
import { moveRun } from "../runs/move-run.ts";
import { readRun } from "../runs/run.queries.ts";
import { after } from "../runs/run-state.ts";
import { previewJob } from "../runs/steer-run.ts";
import { hallOf } from "./actor-of-run.ts";
import { runPayload, type Workshop } from "./run-job.ts";

export function previewImportTask(files: Workshop["files"]): Task {
  return defineTask({
    name: previewJob,
    payload: runPayload,
    run: async ({ tenantId, runId }, { database, attempt }) => {
      const scope = await hallOf(database, tenantId);
      if (scope) await preview({ database, files }, scope, { runId, last: attempt.number >= attempt.max });
    },
  });
}

/** Goes through the whole file as a run would, and writes nothing but what it would do. */
export async function preview(
  workshop: Workshop,
  scope: Scope,
  { runId, last = false }: { readonly runId: Id<"import_run">; readonly last?: boolean },
): Promise<void> {
  const { database } = workshop;
  const run = await database.withTenant(scope, (ctx) => readRun(ctx, runId));
  const { mapping } = run;
  if (run.state !== "previewing" || !mapping) return;
  try {
    const foreseen = await foresee(workshop, scope, run, mapping);
    if (!foreseen) return;
    await database.withTenant(scope, async (ctx) => {
      if (await isStillWanted(ctx, run))
        await moveRun(ctx, runId, "preview-done", { preview: JSON.stringify(foreseen) });
    });
  } catch (error) {
    const refused = isFileRefusal(error);
    if (refused || last)
      await database.withTenant(scope, async (ctx) => {
        if (!(await isStillWanted(ctx, run))) return;
        const code = refused ? error.code : "imports.broke-off";
        await moveRun(ctx, runId, "fail", {
          error_code: code,
          error_params: JSON.stringify(refused ? error.params : {}),
        });
      });
    if (!refused) throw error;
  }
}

/** How many rows of each outcome are shown. */
const shown = 20;
const tellEveryMs = 500;

/** Null where nobody wants to know any more. */
async function foresee(
  { database, files, size }: Workshop,
  scope: Scope,
  run: ImportRun,
  mapping: Mapping,
): Promise<Preview | null> {
  const { rules, room, key } = await database.withTenant(scope, async (ctx) => ({
    rules: await readRules(ctx, run, mapping),
    room: await roomFor(ctx),
    key: run.fileId ? (await findFile(ctx, run.fileId)).storageKey : null,
  }));
  if (!key) return null;
  const roll = new FileRoll();
  const words = new Words();
  const positions = rules.columns.has("company") || rules.columns.has("job-title");
  const seen = new Map<Outcome, number>();
  const wanted = (outcome: Outcome) => {
    const count = (seen.get(outcome) ?? 0) + 1;
    seen.set(outcome, count);
    return count <= shown;
  };
  let figures = noFigures;
  const tally = new ProblemTally();
  const rows: PreviewRow[] = [];
  let told = systemClock.now().getTime();
  await using table = await openTable(sourceOf(files, key), run.hints);
  for await (const batch of ahead(readBatches(table, { mapping, after: 0, ...(size && { size }) }))) {
    await database.withTenant(
      scope,
      async (ctx) => {
        words.learn(await loadWords(ctx, batch.items));
        roll.meet(await loadRoll(ctx, batch.items, { positions }));
      },
      { readOnly: true },
    );
    const plan = planBatch({
      items: batch.items,
      roll,
      words,
      rules,
      room: room === null ? null : room - figures.created,
      wanted,
    });
    figures = addFigures(figures, plan.figures);
    rows.push(...plan.shown);
    for (const { problems } of plan.rows) tally.add(problems);
    if (systemClock.now().getTime() - told < tellEveryMs) continue;
    told = systemClock.now().getTime();
    if (!(await database.withTenant(scope, (ctx) => tell(ctx, run, figures, batch)))) return null;
  }
  return { figures, rows, problems: tally.result() };
}

/** Says how far it has come; false where it was called off. */
async function tell(ctx: Ctx, run: ImportRun, figures: Figures, { progress }: Batch): Promise<boolean> {
  if (!(await isStillWanted(ctx, run))) return false;
  await ctx.db
    .updateTable("import_run")
    .set({ figures: JSON.stringify(figures), bytes_done: progress.done, bytes_total: progress.of })
    .where("id", "=", run.id)
    .execute();
  return true;
}

/** The same columns, the same matching: a preview of others would say what will not be. */
async function isStillWanted(ctx: Ctx, run: ImportRun): Promise<boolean> {
  const now = await readRun(ctx, run.id, { lock: true });
  return (
    after(now.state, "preview-done") !== null &&
    now.mode === run.mode &&
    JSON.stringify([now.mapping, now.hints]) === JSON.stringify([run.mapping, run.hints])
  );
}
