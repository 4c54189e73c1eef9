import { idSchema } from "@guildhall/core";
import type { Scope } from "@guildhall/db";
import { defineTask, type Task } from "@guildhall/jobs";
import { type Undone, undoChangeSet } from "@guildhall/tenancy";
import { z } from "zod";
import { moveRun } from "../runs/move-run.ts";
import { readRun } from "../runs/run.queries.ts";
import { undoJob } from "../runs/steer-run.ts";
import { hallOf, inNameOf } from "./actor-of-run.ts";
import { runPayload, type Workshop } from "./run-job.ts";

const undoPayload = runPayload.extend({
  by: z.object({ userId: idSchema("user_account"), personId: idSchema("person") }).nullable(),
});

/** Takes an import back; a job, since a hundred thousand rows take longer than a page waits. */
export const undoImportTask: Task = defineTask({
  name: undoJob,
  payload: undoPayload,
  run: async ({ tenantId, runId, by }, { database, attempt }) => {
    const hall = await hallOf(database, tenantId);
    if (!hall) return;
    const scope = by ? inNameOf(hall, by) : hall;
    try {
      await takeBackRun({ database }, scope, { runId });
    } catch (error) {
      if (attempt.number >= attempt.max)
        await database.withTenant(scope, (ctx) =>
          moveRun(ctx, runId, "undo-fail", { error_code: "imports.undo-broke-off" }),
        );
      throw error;
    }
  },
});

const listed = 100;

export async function takeBackRun(
  { database }: Pick<Workshop, "database">,
  scope: Scope,
  { runId }: Pick<z.output<typeof runPayload>, "runId">,
): Promise<void> {
  await database.withTenant(scope, async (ctx) => {
    const { state, changeSetId } = await readRun(ctx, runId, { lock: true });
    if (state !== "undoing" || !changeSetId) return;
    const {
      restored,
      removed,
      broughtBack,
      skippedCount: left,
      skipped,
    }: Undone = await undoChangeSet(ctx, { changeSetId });
    const undone = { restored, removed, broughtBack, left, skipped: skipped.slice(0, listed) };
    await moveRun(ctx, runId, "undo-done", { undone: JSON.stringify(undone) });
  });
}
