import type { Id } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, systemScope } from "@guildhall/db";
import { sql } from "kysely";
import { factOfRow } from "./fact-of-row.ts";
import type { Handler } from "./handler.ts";
import { recordFailure } from "./record-failure.ts";
import type { OnStep } from "./step.ts";

interface Due {
  tenant_id: Id<"tenant">;
  fact_id: Id<"fact">;
  handler: string;
}

interface Options {
  database: Database;
  handlers: readonly Handler[];
  now: () => Date;
  onStep: OnStep;
  onFailure: (error: unknown, delivery: Due) => void;
}

const batchSize = 64;
/** Tenants served at the same time, so that a slow one does not stop the others. */
const lanes = 4;

/**
 * Hands due facts to their handlers, a tenant's together in one transaction, and returns how many were taken up.
 * The row lock of a delivery is its lease: it ends with the transaction, also when the process is killed.
 */
export async function deliverDue(options: Options): Promise<number> {
  const due = await findDue(options);
  options.onStep("deliveries-found");
  const tenants = [...Map.groupBy(due, (delivery) => delivery.tenant_id)];
  const lane = async (): Promise<void> => {
    for (let next = tenants.shift(); next; next = tenants.shift()) await deliverTenant(...next, options);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return due.length;
}

/** All at once where all goes well; where one fails, each by itself, so that one failure holds up nobody else. */
async function deliverTenant(tenantId: Id<"tenant">, deliveries: readonly Due[], options: Options): Promise<void> {
  const done = await deliverTogether(tenantId, deliveries, options).catch(() => false);
  if (!done) for (const delivery of deliveries) await deliverAlone(delivery, options);
}

async function findDue({ database, handlers, now }: Options): Promise<Due[]> {
  return database.withPlatform("relay", async (db) => {
    const names = handlers.map((handler) => handler.name);
    const { rows } = await sql<Due>`
      select tenant_id, fact_id, handler from delivery
      where state = 'waiting' and due_at <= ${now()} and handler = any (${names}) and not delivery_waits(delivery)
      order by due_at, fact_id limit ${batchSize} for update skip locked`.execute(db);
    return rows;
  });
}

/** True when all of them are done, or were somebody else's. */
async function deliverTogether(tenantId: Id<"tenant">, deliveries: readonly Due[], options: Options): Promise<boolean> {
  const tenant = await options.database.withPlatform("relay", (db) => findTenantById(db, tenantId));
  if (!tenant) return false;
  await options.database.withTenant(systemScope(tenant), async (ctx) => {
    for (const delivery of deliveries) {
      const fact = await claim(ctx, delivery);
      if (!fact) continue;
      options.onStep("delivery-claimed");
      const handler = options.handlers.find((each) => each.name === delivery.handler);
      await handler?.handle(ctx, fact);
      options.onStep("fact-handled");
      await ctx.db.deleteFrom("delivery").where("fact_id", "=", delivery.fact_id).where("handler", "=", delivery.handler).execute();
      options.onStep("delivery-ended");
    }
  });
  options.onStep("deliveries-committed");
  return true;
}

async function deliverAlone(delivery: Due, options: Options): Promise<void> {
  try {
    await deliverTogether(delivery.tenant_id, [delivery], options);
  } catch (error) {
    await recordFailure(options.database, delivery, error, options.now());
    options.onFailure(error, delivery);
  }
}

/** The delivery's fact, with the delivery locked; null when another process has it or has ended it. */
async function claim(ctx: Ctx, { fact_id, handler }: Due) {
  const row = await ctx.db
    .selectFrom("delivery")
    .innerJoin("fact", (join) => join.onRef("fact.tenant_id", "=", "delivery.tenant_id").onRef("fact.id", "=", "delivery.fact_id"))
    .select(["fact.id", "fact.name", "fact.payload", "fact.subject_type", "fact.subject_id", "fact.actor_person_id", "fact.change_set_id", "fact.occurred_at"])
    .where("delivery.fact_id", "=", fact_id)
    .where("delivery.handler", "=", handler)
    .where("delivery.state", "=", "waiting")
    .forUpdate("delivery")
    .skipLocked()
    .executeTakeFirst();
  return row ? factOfRow(row) : null;
}
