import { forbidden, type Id } from "@guildhall/core";
import { type Ctx, gridCount } from "@guildhall/db";
import { appendFact, enqueueJob } from "@guildhall/jobs";
import { openChangeSet, recordChange } from "@guildhall/tenancy";
import type { GridName } from "../grid/grid-column.ts";
import { addReasons, applyBatch } from "./apply-batch.ts";
import {
  type BulkChange,
  type BulkReasons,
  type BulkSelection,
  bulkEditInput,
  inlineLimit,
} from "./bulk-edit-input.ts";
import { type CheckedChange, checkChange } from "./check-change.ts";
import { bulkEditJob } from "./run-job.ts";
import { selectedAfter, sourceOf, subjectOf } from "./selected.ts";
import { toldChange } from "./told-change.ts";

/** What a bulk edit did, or that it goes on behind the pages. Its change set can be undone either way. */
export type BulkOutcome =
  | {
      readonly state: "done";
      readonly changeSetId: Id<"change_set">;
      readonly changed: number;
      readonly reasons: BulkReasons;
    }
  | { readonly state: "running"; readonly changeSetId: Id<"change_set">; readonly runId: Id<"bulk_run"> };

/** Changes, tags, assigns, removes or lists many records at once, those of a selection or all that match a question. */
export async function bulkEdit(ctx: Ctx, input: unknown): Promise<BulkOutcome> {
  const { grid, selection, change } = bulkEditInput.parse(input);
  if (!ctx.actor.can("people.bulk-edit")) throw forbidden();
  const checked = await checkChange(ctx, grid, change);
  const total = await countSelected(ctx, grid, selection);
  const changeSetId = await openChangeSet(ctx, "bulk-edit", { grid, change });
  if (total === null || total > inlineLimit) return startRun(ctx, { grid, selection, change, changeSetId, total });
  const done = await applyAll(ctx, grid, selection, checked, changeSetId);
  await closeBulkEdit(ctx, { grid, change, changeSetId, ...done });
  return { state: "done", changeSetId, ...done };
}

/** Null where there are more than are counted. */
async function countSelected(ctx: Ctx, grid: GridName, selection: BulkSelection): Promise<number | null> {
  if ("ids" in selection) return selection.ids.length;
  const { count, more } = await gridCount(ctx, await sourceOf(ctx, grid), selection.question);
  return more ? null : count;
}

async function applyAll(
  ctx: Ctx,
  grid: GridName,
  selection: BulkSelection,
  change: CheckedChange,
  changeSetId: Id<"change_set">,
): Promise<{ changed: number; reasons: BulkReasons }> {
  const source = await sourceOf(ctx, grid);
  let done: { changed: number; reasons: BulkReasons } = { changed: 0, reasons: {} };
  let reached: Id<string> | null = null;
  for (;;) {
    const ids: Id<string>[] = await selectedAfter(ctx, source, selection, reached);
    if (ids.length === 0) return done;
    const { changed, reasons } = await applyBatch(
      ctx,
      { source, subjectType: subjectOf[grid], ids, changeSetId },
      change,
    );
    done = { changed: done.changed + changed, reasons: addReasons(done.reasons, reasons) };
    reached = ids.at(-1) ?? reached;
  }
}

interface Closing {
  readonly grid: GridName;
  readonly change: BulkChange;
  readonly changeSetId: Id<"change_set">;
  readonly changed: number;
  readonly reasons: BulkReasons;
}

/** One entry in the history and one fact for all of it; nothing where nothing changed. */
export async function closeBulkEdit(ctx: Ctx, { grid, change, changeSetId, changed, reasons }: Closing): Promise<void> {
  if (changed === 0) return;
  await recordChange(ctx, {
    action: grid === "people" ? "people.bulk-edited" : "companies.bulk-edited",
    subjectType: "change_set",
    subjectId: changeSetId,
    changeSetId,
    before: null,
    after: {
      ...(await toldChange(ctx, change)),
      count: changed,
      ...(Object.keys(reasons).length > 0 && { skipped: reasons }),
    },
  });
  const fact = grid === "people" ? "people.people-edited" : "people.companies-edited";
  await appendFact(ctx, fact, { changeSetId, count: changed }, { changeSetId });
}

interface Start {
  readonly grid: GridName;
  readonly selection: BulkSelection;
  readonly change: BulkChange;
  readonly changeSetId: Id<"change_set">;
  readonly total: number | null;
}

async function startRun(ctx: Ctx, { grid, selection, change, changeSetId, total }: Start): Promise<BulkOutcome> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw forbidden();
  const { id } = await ctx.db
    .insertInto("bulk_run")
    .values({
      tenant_id: ctx.tenant.id,
      grid,
      asked: JSON.stringify({ selection, change }),
      change_set_id: changeSetId,
      requested_by_person_id: actor.personId,
      locale: ctx.locale,
      requested_at: ctx.clock.now(),
      total,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await enqueueJob(ctx.db, bulkEditJob, { tenantId: ctx.tenant.id, runId: id }, { key: id });
  return { state: "running", changeSetId, runId: id };
}
