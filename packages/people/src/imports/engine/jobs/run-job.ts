import { randomUUID } from "node:crypto";
import { type AppError, type Id, idSchema, isUuid } from "@guildhall/core";
import type { Ctx, Database, Scope } from "@guildhall/db";
import { type FileStore, findFile, type StorageKey } from "@guildhall/files";
import { appendFact, defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import type { Mapping } from "../../mapping/target.ts";
import { openTable } from "../../reading/open-table.ts";
import { isFileRefusal } from "../../reading/refuse-file.ts";
import { ahead, type BatchSize, readBatches } from "../read-batches.ts";
import { NoLongerOurs, runBatch } from "../run-batch.ts";
import { readRules } from "../run-rules.ts";
import type { ImportRun } from "../runs/import-run.ts";
import { sourceOf } from "../runs/inspect-file.ts";
import { moveRun } from "../runs/move-run.ts";
import { readRun } from "../runs/run.queries.ts";
import { after } from "../runs/run-state.ts";
import { runJob, tellWhatCame } from "../runs/steer-run.ts";
import type { TakeTurn } from "../take-turn.ts";
import { hallOf, inNameOfStarter } from "./actor-of-run.ts";

/** What the work in the background needs; the last two are turned by tests alone. */
export interface Workshop {
  readonly database: Database;
  readonly files: Pick<FileStore, "get">;
  readonly size?: BatchSize;
  readonly turn?: TakeTurn;
  readonly onStep?: (step: RunStep) => void;
}

/** The moments at which a worker might die. */
export const runSteps = ["taken-up", "batch-read", "batch-written", "rows-done", "finished"] as const;
type RunStep = (typeof runSteps)[number];

export const runPayload = z.object({ tenantId: idSchema("tenant"), runId: idSchema("import_run") });

export function runImportTask(files: Workshop["files"]): Task {
  return defineTask({
    name: runJob,
    payload: runPayload,
    run: async ({ tenantId, runId }, { database, attempt }) => {
      const scope = await hallOf(database, tenantId);
      if (scope) await carryOut({ database, files }, scope, { runId, last: attempt.number >= attempt.max });
    },
  });
}

/** Works through a run from where it stands, until it is done or somebody stops it. */
export async function carryOut(
  workshop: Workshop,
  scope: Scope,
  { runId, last = false }: { readonly runId: Id<"import_run">; readonly last?: boolean },
): Promise<void> {
  const taken = await takeUp(workshop, scope, runId);
  if (!taken) return;
  workshop.onStep?.("taken-up");
  try {
    await workThrough(workshop, taken);
    await finish(workshop, taken);
    workshop.onStep?.("finished");
  } catch (error) {
    if (error instanceof NoLongerOurs) return;
    if (isFileRefusal(error)) return giveUp(workshop, taken, error);
    if (last) await giveUp(workshop, taken, null);
    throw error;
  }
}

interface Taken {
  readonly scope: Scope;
  readonly run: ImportRun;
  readonly mapping: Mapping;
  readonly key: StorageKey;
  readonly workerId: string;
}

/** From now on whoever was at it before is not any more. */
async function takeUp({ database }: Workshop, scope: Scope, runId: Id<"import_run">): Promise<Taken | null> {
  const workerId = randomUUID();
  if (!isUuid(workerId)) return null;
  return database.withTenant(scope, async (ctx) => {
    const found = await readRun(ctx, runId, { lock: true });
    if (!after(found.state, "take-up") || !found.mapping || !found.fileId) return null;
    const run = await moveRun(ctx, runId, "take-up", { worker_id: workerId as Id<string> });
    const { storageKey: key } = await findFile(ctx, found.fileId);
    return { scope: inNameOfStarter(scope, run), run, mapping: found.mapping, key, workerId };
  });
}

async function workThrough(workshop: Workshop, { scope, run, mapping, key, workerId }: Taken): Promise<void> {
  const { database, files, size, turn, onStep } = workshop;
  let rules = await database.withTenant(scope, (ctx) => readRules(ctx, run, mapping));
  await using table = await openTable(sourceOf(files, key), run.hints);
  const batches = readBatches(table, { mapping, after: run.position, ...(size && { size }) });
  for await (const batch of ahead(batches)) {
    onStep?.("batch-read");
    rules = await runBatch({ database, scope, runId: run.id, workerId, rules, ...(turn && { turn }) }, batch);
    onStep?.("batch-written");
  }
  onStep?.("rows-done");
}

async function finish({ database }: Workshop, { scope, run, workerId }: Taken): Promise<void> {
  await database.withTenant(scope, async (ctx) => {
    const current = await readRun(ctx, run.id, { lock: true });
    if (current.state !== "running" || current.workerId !== workerId) throw new NoLongerOurs();
    await moveRun(ctx, run.id, "finish", { finished_at: ctx.clock.now() });
    await tellWhatCame(ctx, current);
    await tellStarter(ctx, current, "done");
  });
}

/** What was written stays, and can be undone, or gone on with. */
async function giveUp({ database }: Workshop, { scope, run, workerId }: Taken, error: AppError | null): Promise<void> {
  await database.withTenant(scope, async (ctx) => {
    const current = await readRun(ctx, run.id, { lock: true });
    if (current.workerId !== workerId || !after(current.state, "fail")) return;
    await moveRun(ctx, run.id, "fail", {
      error_code: error?.code ?? "imports.broke-off",
      error_params: JSON.stringify(error?.params ?? {}),
      finished_at: ctx.clock.now(),
    });
    await tellStarter(ctx, current, "failed");
  });
}

/** Lets whoever began it know: it may have taken longer than they stayed. */
async function tellStarter(ctx: Ctx, run: ImportRun, outcome: "done" | "failed"): Promise<void> {
  await appendFact(ctx, "people.import-finished", { importRunId: run.id, personId: run.createdByPersonId, outcome });
}
