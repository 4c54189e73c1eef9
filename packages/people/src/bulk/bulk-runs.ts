import { conflict, forbidden, type Id, idSchema, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import { z } from "zod";
import type { BulkReasons } from "./bulk-edit-input.ts";
import { giveUp } from "./run-bulk-edit.ts";
import { bulkEditJob } from "./run-job.ts";

/** A bulk edit that runs behind the pages, and how far it has come. */
export interface BulkRun {
  readonly id: Id<"bulk_run">;
  readonly grid: string;
  readonly state: "waiting" | "running" | "paused" | "cancelled" | "done" | "failed";
  readonly changeSetId: Id<"change_set">;
  /** Null where there are more than are counted. */
  readonly total: number | null;
  readonly seen: number;
  readonly changed: number;
  readonly skipped: number;
  readonly reasons: BulkReasons;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
}

/** A run, for those who may start one. */
export async function getBulkRun(ctx: Ctx, runId: Id<"bulk_run">): Promise<BulkRun> {
  const run = (await runs(ctx).where("id", "=", runId).executeTakeFirst()) ?? null;
  if (!run) throw notFound();
  return asRun(run);
}

/** The latest runs of a grid, newest first. */
export async function listBulkRuns(ctx: Ctx, grid: string, most = 10): Promise<BulkRun[]> {
  const rows = await runs(ctx)
    .where("grid", "=", grid)
    .orderBy("requested_at", "desc")
    .orderBy("id", "desc")
    .limit(Math.min(most, 50))
    .execute();
  return rows.map(asRun);
}

const runInput = z.object({ runId: idSchema("bulk_run") });

/** Stops a run after the batch that it is at, until it is resumed. */
export async function pauseBulkRun(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  await expectState(ctx, runId, ["waiting", "running"]);
  await ctx.db.updateTable("bulk_run").set({ state: "paused" }).where("id", "=", runId).execute();
}

/** Lets a run go on where it stopped; also one that failed. */
export async function resumeBulkRun(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  await expectState(ctx, runId, ["paused"]);
  await ctx.db.updateTable("bulk_run").set({ state: "waiting" }).where("id", "=", runId).execute();
  await enqueueJob(ctx.db, bulkEditJob, { tenantId: ctx.tenant.id, runId }, { key: runId });
}

/** Ends a run. What it did until then stays, and can be undone as one. */
export async function cancelBulkRun(ctx: Ctx, input: unknown): Promise<void> {
  const { runId } = runInput.parse(input);
  await expectState(ctx, runId, ["waiting", "running", "paused"]);
  await giveUp(ctx, runId, "cancelled");
}

async function expectState(ctx: Ctx, runId: Id<"bulk_run">, states: readonly BulkRun["state"][]): Promise<void> {
  const run = await runs(ctx).where("id", "=", runId).forUpdate().executeTakeFirst();
  if (!run) throw notFound();
  if (!states.includes(run.state)) throw conflict("people.bulk-run-over");
}

function runs(ctx: Ctx) {
  if (!ctx.actor.can("people.bulk-edit")) throw forbidden();
  return ctx.db.selectFrom("bulk_run").selectAll();
}

function asRun(row: Awaited<ReturnType<ReturnType<typeof runs>["executeTakeFirstOrThrow"]>>): BulkRun {
  return {
    id: row.id,
    grid: row.grid,
    state: row.state,
    changeSetId: row.change_set_id,
    total: row.total,
    seen: row.seen,
    changed: row.changed,
    skipped: row.skipped,
    reasons: z.record(z.string(), z.number()).parse(row.reasons),
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
  };
}
