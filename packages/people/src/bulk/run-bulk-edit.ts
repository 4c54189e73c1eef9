import { clockAt, type Id, idSchema } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, type Scope, systemScope } from "@guildhall/db";
import { defineTask, type Task } from "@guildhall/jobs";
import { personActor } from "@guildhall/tenancy";
import { z } from "zod";
import { gridNames } from "../grid/grid-column.ts";
import { addReasons, applyBatch, countReasons } from "./apply-batch.ts";
import { closeBulkEdit } from "./bulk-edit.ts";
import { type BulkReasons, bulkChangeSchema, bulkSelectionSchema, skipReasons } from "./bulk-edit-input.ts";
import { checkChange } from "./check-change.ts";
import { bulkEditJob } from "./run-job.ts";
import { selectedAfter, sourceOf, subjectOf } from "./selected.ts";

export const bulkEditTask: Task = defineTask({
  name: bulkEditJob,
  payload: z.object({ tenantId: idSchema("tenant"), runId: idSchema("bulk_run") }),
  run: async ({ tenantId, runId }, { database, attempt }) => {
    const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
    if (!tenant) return;
    const scope = systemScope(tenant);
    try {
      while (await runBatch(database, scope, runId));
    } catch (error) {
      if (attempt.number >= attempt.max) await database.withTenant(scope, (ctx) => giveUp(ctx, runId));
      throw error;
    }
  },
});

/**
 * The next batch of a run, with how far it has come, in one transaction: a process that dies leaves whole batches, and
 * whoever goes on begins after the last of them. False once there is nothing more to do.
 */
export function runBatch(database: Database, scope: Scope, runId: Id<"bulk_run">): Promise<boolean> {
  return database.withTenant(scope, async (ctx) => {
    const run = await ctx.db.selectFrom("bulk_run").selectAll().where("id", "=", runId).forUpdate().executeTakeFirst();
    if (!run || (run.state !== "waiting" && run.state !== "running")) return false;
    const inside: Ctx = { ...ctx, actor: await requester(ctx, run), locale: run.locale };
    const asked = askedSchema.parse(run.asked);
    const grid = z.enum(gridNames).parse(run.grid);
    if (!inside.actor.can("people.bulk-edit")) {
      await giveUp(inside, runId); // whoever asked for it may no longer
      return false;
    }
    const source = await sourceOf(ctx, grid);
    // "Today" is the day on which it was asked.
    const then = { ...inside, clock: clockAt(run.requested_at) };
    const ids = await selectedAfter(then, source, asked.selection, run.reached);
    const reasons = reasonsSchema.parse(run.reasons);
    if (ids.length === 0) {
      await closeBulkEdit(inside, {
        grid,
        change: asked.change,
        changeSetId: run.change_set_id,
        changed: run.changed,
        reasons,
      });
      await finish(inside, runId, "done");
      return false;
    }
    const change = await checkChange(inside, grid, asked.change);
    const done = await applyBatch(
      inside,
      { source, subjectType: subjectOf[grid], ids, changeSetId: run.change_set_id },
      change,
    );
    await ctx.db
      .updateTable("bulk_run")
      .set({
        state: "running",
        seen: run.seen + ids.length,
        changed: run.changed + done.changed,
        skipped: run.skipped + countReasons(done.reasons),
        reasons: JSON.stringify(addReasons(reasons, done.reasons)),
        reached: ids.at(-1) ?? null,
      })
      .where("id", "=", runId)
      .execute();
    return true;
  });
}

const askedSchema = z.object({ selection: bulkSelectionSchema, change: bulkChangeSchema });
const reasonsSchema: z.ZodType<BulkReasons> = z.partialRecord(z.enum(skipReasons), z.number());

/** Whoever asked for it, with the role that they have now. */
async function requester(ctx: Ctx, run: { change_set_id: Id<"change_set">; requested_by_person_id: Id<"person"> }) {
  const { actor_user_id: userId } = await ctx.db
    .selectFrom("change_set")
    .select("actor_user_id")
    .where("id", "=", run.change_set_id)
    .executeTakeFirstOrThrow();
  const personId = run.requested_by_person_id;
  const membership = await ctx.db
    .selectFrom("membership")
    .select("role")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (userId === null) throw new Error("A bulk run that nobody asked for.");
  return personActor({ userId, personId, role: membership?.role ?? null });
}

async function finish(ctx: Ctx, runId: Id<"bulk_run">, state: "done" | "cancelled" | "failed"): Promise<void> {
  await ctx.db.updateTable("bulk_run").set({ state, finished_at: ctx.clock.now() }).where("id", "=", runId).execute();
}

/** What it did until then stays, can be seen and undone. */
export async function giveUp(ctx: Ctx, runId: Id<"bulk_run">, state: "failed" | "cancelled" = "failed"): Promise<void> {
  const run = await ctx.db
    .selectFrom("bulk_run")
    .selectAll()
    .where("id", "=", runId)
    .where("state", "in", ["waiting", "running", "paused"])
    .forUpdate()
    .executeTakeFirst();
  if (!run) return;
  await closeBulkEdit(ctx, {
    grid: z.enum(gridNames).parse(run.grid),
    change: askedSchema.parse(run.asked).change,
    changeSetId: run.change_set_id,
    changed: run.changed,
    reasons: reasonsSchema.parse(run.reasons),
  });
  await finish(ctx, runId, state);
}
