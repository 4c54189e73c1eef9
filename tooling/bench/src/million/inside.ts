import type { Id } from "@guildhall/core";
import type pg from "pg";

/** Runs `work` on a connection in a transaction that is opened as the product opens those of a tenant's readers. */
export async function inside<Result>(
  client: pg.Client,
  tenantId: Id<"tenant">,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query(`begin read only; select set_config('app.tenant_id', '${tenantId}', true)`);
  const result = await work();
  await client.query("commit");
  return result;
}
