import { enqueueJob, onFact } from "@guildhall/jobs";
import { removeTenantJob } from "./remove-tenant.ts";

/** The moment of a hall that was given up has come: from here on the database lets its rows go, and a job removes them. */
export const closeWhenDue = onFact(["tenancy.tenant-closed"], {
  name: "tenancy.close-when-due",
  handle: async (ctx) => {
    const now = ctx.clock.now();
    const { numUpdatedRows } = await ctx.db
      .updateTable("tenant")
      .set({ closed_at: now })
      .where("id", "=", ctx.tenant.id)
      .where("closes_at", "<=", now)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return; // kept after all
    const tenantId = ctx.tenant.id;
    await enqueueJob(ctx.db, removeTenantJob, { tenantId }, { key: `${removeTenantJob}:${tenantId}` });
  },
});
