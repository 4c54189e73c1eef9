import { conflict, type Id, idSchema, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { getChangeSet, type RequestedUndo, requestUndo } from "@guildhall/tenancy";
import { z } from "zod";
import { giveUp } from "../bulk/run-bulk-edit.ts";
import { undoImport } from "../imports/engine/runs/steer-run.ts";
import type { MergeStep } from "../merging/merge-step.ts";
import { unmergePeople } from "../merging/unmerge-people.ts";

const undoChangesInput = z.object({ changeSetId: idSchema("change_set") });

/**
 * Takes a change set back, whatever made it: records part again, an import goes back by its own job, a bulk edit that
 * still runs is stopped first. For whoever could do it.
 */
export async function undoChanges(ctx: Ctx, input: unknown, steps: readonly MergeStep[] = []): Promise<RequestedUndo> {
  const { changeSetId } = undoChangesInput.parse(input);
  const { kind, undoneAt } = await getChangeSet(ctx, changeSetId);
  if (undoneAt) throw conflict("tenancy.change-set-undone");
  if (kind === "people.merge") {
    const mergedId = await mergedBy(ctx, changeSetId);
    return { state: "undone", undone: (await unmergePeople(ctx, { mergedId }, steps)).undone };
  }
  if (kind === "import") {
    await undoImport(ctx, { runId: await importOf(ctx, changeSetId) });
    return { state: "under-way" };
  }
  if (kind === "bulk-edit") await stopRun(ctx, changeSetId);
  return requestUndo(ctx, { changeSetId });
}

async function mergedBy(ctx: Ctx, changeSetId: Id<"change_set">): Promise<Id<"person">> {
  const merge = await ctx.db
    .selectFrom("person_merge")
    .select("merged_person_id")
    .where("change_set_id", "=", changeSetId)
    .executeTakeFirst();
  if (!merge) throw conflict("tenancy.change-set-undone");
  return merge.merged_person_id;
}

async function importOf(ctx: Ctx, changeSetId: Id<"change_set">): Promise<Id<"import_run">> {
  const run = await ctx.db
    .selectFrom("import_run")
    .select("id")
    .where("change_set_id", "=", changeSetId)
    .executeTakeFirst();
  if (!run) throw notFound();
  return run.id;
}

/** What it had done by then is what is taken back; a batch under way is waited for, and no other one begins. */
async function stopRun(ctx: Ctx, changeSetId: Id<"change_set">): Promise<void> {
  const run = await ctx.db
    .selectFrom("bulk_run")
    .select("id")
    .where("change_set_id", "=", changeSetId)
    .where("state", "in", ["waiting", "running", "paused"])
    .forUpdate()
    .executeTakeFirst();
  if (run) await giveUp(ctx, run.id, "cancelled");
}
