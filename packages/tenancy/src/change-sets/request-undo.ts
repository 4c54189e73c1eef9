import { conflict, idSchema } from "@guildhall/core";
import { type Ctx, findTenantById, systemScope } from "@guildhall/db";
import { defineTask, enqueueJob } from "@guildhall/jobs";
import { z } from "zod";
import { hasOwnWay } from "./change-set-kinds.ts";
import { requireMayUndo, takeBackWhole, type Undone, undoChangeSetInput } from "./undo-change-set.ts";

/** Stored with queued jobs, so it keeps its name. */
const undoJob = "tenancy.undo-change-set";

/** As many rows are taken back while somebody waits. */
const mostAtOnce = 2_000;

/** What became of the request: done, or being done by a job, which says so with a `tenancy.change-set-undone`. */
export type RequestedUndo = { readonly state: "undone"; readonly undone: Undone } | { readonly state: "under-way" };

/**
 * Takes a change set back: at once where it is small, otherwise by a job. Asking twice is a conflict, and so is asking for
 * one that only its own command takes back.
 */
export async function requestUndo(ctx: Ctx, input: unknown): Promise<RequestedUndo> {
  const { changeSetId } = undoChangeSetInput.parse(input);
  const { kind } = await requireMayUndo(ctx, changeSetId);
  if (hasOwnWay(kind)) throw conflict("tenancy.change-set-own-way");
  const personId = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  if (!(await isLarge(ctx, changeSetId)))
    return { state: "undone", undone: await takeBackWhole(ctx, changeSetId, personId) };

  const { numUpdatedRows } = await ctx.db
    .updateTable("change_set")
    .set({ undo_requested_at: ctx.clock.now(), undo_requested_by_person_id: personId })
    .where("id", "=", changeSetId)
    .where("undo_requested_at", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw conflict("tenancy.change-set-undoing");
  await enqueueJob(ctx.db, undoJob, { tenantId: ctx.tenant.id, changeSetId }, { key: `undo:${changeSetId}` });
  return { state: "under-way" };
}

async function isLarge(ctx: Ctx, changeSetId: z.output<typeof undoChangeSetInput>["changeSetId"]): Promise<boolean> {
  const beyond = await ctx.db
    .selectFrom("change_set_item")
    .select("subject_id")
    .where("change_set_id", "=", changeSetId)
    .offset(mostAtOnce)
    .limit(1)
    .executeTakeFirst();
  return beyond !== undefined;
}

/** One transaction, however large: killed, it has done nothing, and the job begins again. */
export const undoTask = defineTask({
  name: undoJob,
  payload: z.object({ tenantId: idSchema("tenant"), changeSetId: idSchema("change_set") }),
  run: async ({ tenantId, changeSetId }, { database }) => {
    const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
    if (!tenant) return;
    await database.withTenant(systemScope(tenant), async (ctx) => {
      const changeSet = await ctx.db
        .selectFrom("change_set")
        .select("undo_requested_by_person_id as askedBy")
        .where("id", "=", changeSetId)
        .where("undone_at", "is", null)
        .forUpdate()
        .executeTakeFirst();
      if (changeSet) await takeBackWhole(ctx, changeSetId, changeSet.askedBy);
    });
  },
});
