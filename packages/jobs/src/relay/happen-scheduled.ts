import type { Id } from "@guildhall/core";
import { type Database, findTenantById, systemScope } from "@guildhall/db";
import { factNames, parseFact } from "@guildhall/facts";
import { sql } from "kysely";
import { appendFact } from "../facts/append-fact.ts";
import { errorText } from "./attempts.ts";
import type { OnStep } from "./step.ts";

interface Scheduled {
  readonly tenant_id: Id<"tenant">;
  readonly key: string;
}

interface Options {
  database: Database;
  now: Date;
  pauses: readonly number[];
  onStep: OnStep;
  onFailure: (error: unknown, which: Scheduled) => void;
}

/**
 * Lets up to 100 scheduled facts whose moment has come by their tenant's clock happen; false when there was none. One
 * that cannot happen is tried again after growing pauses, and holds up nobody.
 */
export async function happenScheduled({ database, now, pauses, onStep, onFailure }: Options): Promise<boolean> {
  const due = await findDue(database, now);
  if (due.length > 0) onStep("scheduled-found");
  for (const which of due) {
    try {
      await happen(database, which);
      onStep("scheduled-happened");
    } catch (error) {
      await postpone(database, which, error, now, pauses);
      onFailure(error, which);
    }
  }
  return due.length > 0;
}

/** Two halves, each with an index of its own: tenants on the wall's clock, and those on a test clock. */
function findDue(database: Database, now: Date): Promise<Scheduled[]> {
  return database.withPlatform("relay", async (db) => {
    const { rows } = await sql<Scheduled>`
      (select s.tenant_id, s.key, s.due_at from scheduled_fact s join tenant t on t.id = s.tenant_id and t.test_clock_at is null
       where s.due_at <= ${now} and (s.retry_at is null or s.retry_at <= ${now}) order by s.due_at limit 100)
      union all
      (select s.tenant_id, s.key, s.due_at from tenant t join scheduled_fact s on s.tenant_id = t.id and s.due_at <= t.test_clock_at
       where t.test_clock_at is not null and (s.retry_at is null or s.retry_at <= ${now}) order by s.due_at limit 100)
      order by due_at limit 100`.execute(db);
    return rows;
  });
}

async function happen(database: Database, { tenant_id, key }: Scheduled): Promise<void> {
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenant_id));
  if (!tenant) return;
  await database.withTenant(systemScope(tenant), async (ctx) => {
    const row = await ctx.db
      .deleteFrom("scheduled_fact")
      .where("key", "=", key)
      .where("due_at", "<=", ctx.clock.now())
      .returning(["name", "payload"])
      .executeTakeFirst();
    if (!row) return; // cancelled, moved, or another relay's
    const name = factNames.find((known) => known === row.name);
    if (!name) throw new Error(`Nobody knows a fact called ${row.name}`);
    await appendFact(ctx, name, parseFact(name, row.payload));
  });
}

async function postpone(
  database: Database,
  { tenant_id, key }: Scheduled,
  error: unknown,
  now: Date,
  pauses: readonly number[],
): Promise<void> {
  const seconds = pauses.map((pause) => pause / 1_000);
  await database.withPlatform("relay", (db) =>
    sql`
      update scheduled_fact set
        attempts = attempts + 1,
        retry_at = ${now}::timestamptz + make_interval(secs => (${seconds}::float8[])[least(attempts + 1, ${seconds.length})]),
        last_error = ${errorText(error)}
      where tenant_id = ${tenant_id} and key = ${key}`.execute(db),
  );
}
