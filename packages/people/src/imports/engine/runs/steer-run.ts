import { conflict, type Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact, enqueueJob } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import { letGo } from "../sweep/let-go.ts";
import { noFigures } from "./figures.ts";
import { type ImportRun, runInput } from "./import-run.ts";
import { makeFields } from "./make-fields.ts";
import { remember } from "./memory.ts";
import { moveRun } from "./move-run.ts";
import { findRun } from "./run.queries.ts";

/** Stored with queued jobs, so they keep their names. */
export const previewJob = "people.preview-import";
export const runJob = "people.run-import";
export const undoJob = "people.undo-import";

/** Has the whole file read through, with nothing written, to say what it would do. */
export async function previewImport(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  await findRun(ctx, runId);
  const figures = JSON.stringify(noFigures);
  await moveRun(ctx, runId, "preview", { preview: null, figures, bytes_done: 0, bytes_total: null, worker_id: null });
  await enqueue(ctx, previewJob, runId);
}

/** Begins in earnest: in the background, in a change set that can be undone as one. */
export async function runImport(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  const run = await findRun(ctx, runId, { lock: true });
  if (!run.mapping || !run.layout) throw conflict("imports.not-now", { state: run.state });
  await remember(ctx, run.layout.columns, run.mapping);
  const changeSetId = await openChangeSet(ctx, "import", {
    importRunId: runId,
    source: run.source,
    name: run.fileName,
  });
  const mapping = await makeFields(ctx, run.mapping, changeSetId);
  await moveRun(ctx, runId, "start", {
    mapping: JSON.stringify(mapping),
    change_set_id: changeSetId,
    figures: JSON.stringify(noFigures),
    position: 0,
    bytes_done: 0,
    bytes_total: null,
    started_at: ctx.clock.now(),
    worker_id: null,
  });
  await recordChange(ctx, {
    action: "people.import-started",
    subjectType: "import_run",
    subjectId: runId,
    changeSetId,
    before: null,
    after: { fileName: run.fileName },
  });
  await enqueue(ctx, runJob, runId);
}

/** Stops after the rows that are being written; it can go on from there. */
export async function pauseImport(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  await findRun(ctx, runId);
  await moveRun(ctx, runId, "pause");
}

export async function resumeImport(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  const run = await findRun(ctx, runId, { lock: true });
  if (!run.changeSetId) throw conflict("imports.not-now", { state: run.state });
  if (!run.fileId) throw conflict("imports.file-gone");
  await moveRun(ctx, runId, "resume", { error_code: null, error_params: null });
  await enqueue(ctx, runJob, runId);
}

/** Ends it. What was written stays, and can be undone; of a draft nothing stays. */
export async function cancelImport(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  await findRun(ctx, runId);
  const run = await moveRun(ctx, runId, "cancel", { finished_at: ctx.clock.now() });
  await tellWhatCame(ctx, run);
  if (!run.changeSetId) await letGo(ctx, runId);
}

/** Takes everything back that the import did, but for what somebody has changed since. */
export async function undoImport(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  const run = await findRun(ctx, runId, { lock: true });
  if (!run.changeSetId) throw conflict("imports.nothing-to-undo");
  await moveRun(ctx, runId, "undo", { error_code: null, error_params: null, worker_id: null });
  const { actor } = ctx;
  const by = actor.kind === "person" ? { userId: actor.userId, personId: actor.personId } : null;
  await enqueueJob(
    ctx.db,
    undoJob,
    { tenantId: ctx.tenant.id, runId, by },
    { key: `${undoJob}:${runId}`, maxAttempts: 4 },
  );
}

/** Says once, at the end, whom an import brought or changed: the fact that timelines and others are made from. */
export async function tellWhatCame(
  ctx: Ctx,
  { changeSetId, figures }: Pick<ImportRun, "changeSetId" | "figures">,
): Promise<void> {
  const count = figures.created + figures.updated;
  if (changeSetId && count > 0)
    await appendFact(ctx, "people.people-imported", { changeSetId, count }, { changeSetId });
}

function enqueue(ctx: Ctx, job: string, runId: Id<"import_run">): Promise<void> {
  return enqueueJob(ctx.db, job, { tenantId: ctx.tenant.id, runId }, { key: `${job}:${runId}`, maxAttempts: 6 });
}
