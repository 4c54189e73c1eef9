import type { Id } from "@guildhall/core";
import { type Database, findTenantById, systemScope } from "@guildhall/db";
import { factNames, parseFact } from "@guildhall/facts";
import { sql } from "kysely";
import { appendFact } from "../facts/append-fact.ts";
import type { OnStep } from "./step.ts";

/** Lets up to 100 scheduled facts whose moment has come by their tenant's clock happen; returns how many it found. */
export async function happenScheduled(database: Database, now: Date, onStep: OnStep, onFailure: (error: unknown) => void): Promise<number> {
  const due = await database.withPlatform("relay", async (db) => {
    const { rows } = await sql<{ tenant_id: Id<"tenant">; key: string }>`
      select s.tenant_id, s.key from scheduled_fact s join tenant t on t.id = s.tenant_id
      where s.due_at <= coalesce(t.test_clock_at, ${now}) order by s.due_at limit 100`.execute(db);
    return rows;
  });
  if (due.length > 0) onStep("scheduled-found");
  for (const { tenant_id, key } of due) {
    await happen(database, tenant_id, key).catch(onFailure);
    onStep("scheduled-happened");
  }
  return due.length;
}

async function happen(database: Database, tenantId: Id<"tenant">, key: string): Promise<void> {
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
  if (!tenant) return;
  await database.withTenant(systemScope(tenant), async (ctx) => {
    const row = await ctx.db
      .deleteFrom("scheduled_fact")
      .where("key", "=", key)
      .where("due_at", "<=", ctx.clock.now())
      .returning(["name", "payload"])
      .executeTakeFirst();
    const name = factNames.find((known) => known === row?.name);
    if (row && name) await appendFact(ctx, name, parseFact(name, row.payload));
  });
}
