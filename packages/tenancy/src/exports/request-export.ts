import { conflict, forbidden, type Id, limited, systemClock } from "@guildhall/core";
import { type Ctx, savepoint, violates } from "@guildhall/db";
import { enqueueJob } from "@guildhall/jobs";
import { recordChange } from "../audit/record-change.ts";
import { dayMs, mostADay, silenceMs } from "./export.ts";
import { packExportJob } from "./pack-export.ts";

/** Has everything of the hall packed, to be told when it is ready. One at a time; for those who may take it along. */
export async function requestExport(ctx: Ctx): Promise<Id<"tenant_export">> {
  const { actor } = ctx;
  if (actor.kind !== "person" || !actor.can("tenant.export")) throw forbidden();
  await giveUpSilent(ctx);
  if ((await countToday(ctx)) >= mostADay) throw limited("tenancy.exports-too-many");

  const id = await insert(ctx, actor.personId);
  await enqueueJob(ctx.db, packExportJob, { tenantId: ctx.tenant.id, exportId: id }, { key: id, maxAttempts: 4 });

  await recordChange(ctx, {
    action: "tenant.export-requested",
    subjectType: "tenant_export",
    subjectId: id,
    before: null,
    after: {},
  });
  return id;
}

/** One whose process died for good would otherwise stand in the way for ever. */
async function giveUpSilent(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable("tenant_export")
    .set({ state: "failed" })
    .where("state", "in", ["waiting", "packing"])
    .where("seen_at", "<", new Date(systemClock.now().getTime() - silenceMs))
    .execute();
}

async function countToday(ctx: Ctx): Promise<number> {
  const { count } = await ctx.db
    .selectFrom("tenant_export")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("requested_at", ">", new Date(ctx.clock.now().getTime() - dayMs))
    .executeTakeFirstOrThrow();
  return count;
}

async function insert(ctx: Ctx, personId: Id<"person">): Promise<Id<"tenant_export">> {
  try {
    const { id } = await savepoint(ctx.db, () =>
      ctx.db
        .insertInto("tenant_export")
        .values({
          tenant_id: ctx.tenant.id,
          requested_by_person_id: personId,
          requested_at: ctx.clock.now(),
          seen_at: systemClock.now(),
        })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    return id;
  } catch (error) {
    throw violates(error, "tenant_export_one") ? conflict("tenancy.export-under-way") : error;
  }
}
