import { conflict, forbidden, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { appendFact, cancelFact, scheduleFact } from "@guildhall/jobs";
import { recordChange } from "../audit/record-change.ts";
import { graceMs, startClosingInput } from "./closing.ts";

const key = "closing";

/** Gives the hall up: after the days of grace, on its own clock, everything in it is gone. For its owners. */
export async function startClosing(ctx: Ctx, input: unknown): Promise<void> {
  const { slug } = startClosingInput.parse(input);
  if (!ctx.actor.can("tenant.own")) throw forbidden();
  if (slug !== ctx.tenant.slug) throw invalid("tenancy.slug-mismatch", { slug: "tenancy.slug-mismatch" });
  if (await closesAt(ctx)) throw conflict("tenancy.closing-already");

  const at = new Date(ctx.clock.now().getTime() + graceMs);
  await setClosesAt(ctx, at);
  await scheduleFact(ctx, key, "tenancy.tenant-closed", { tenantId: ctx.tenant.id }, at);

  await record(ctx, "tenant.closing-started", null, at);
  await appendFact(ctx, "tenancy.closing-started", { tenantId: ctx.tenant.id });
}

/** Keeps a hall that was given up, as long as its moment has not come. For its owners. */
export async function cancelClosing(ctx: Ctx): Promise<void> {
  if (!ctx.actor.can("tenant.own")) throw forbidden();
  const before = await closesAt(ctx);
  if (!before) throw conflict("tenancy.not-closing");
  if (before <= ctx.clock.now()) throw conflict("tenancy.closing-over");

  await setClosesAt(ctx, null);
  await cancelFact(ctx, key);

  await record(ctx, "tenant.closing-cancelled", before, null);
  await appendFact(ctx, "tenancy.closing-cancelled", { tenantId: ctx.tenant.id });
}

/** Under the row's lock, so that of two owners who differ the second sees what the first did. */
async function closesAt(ctx: Ctx): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom("tenant")
    .select("closes_at")
    .where("id", "=", ctx.tenant.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.closes_at;
}

async function setClosesAt(ctx: Ctx, at: Date | null): Promise<void> {
  await ctx.db.updateTable("tenant").set({ closes_at: at }).where("id", "=", ctx.tenant.id).execute();
}

function record(ctx: Ctx, action: string, before: Date | null, after: Date | null): Promise<void> {
  return recordChange(ctx, {
    action,
    subjectType: "tenant",
    subjectId: ctx.tenant.id,
    before: { closesAt: before },
    after: { closesAt: after },
  });
}
