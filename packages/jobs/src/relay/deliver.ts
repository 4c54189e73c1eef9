import type { Id } from "@guildhall/core";
import { type Database, findTenantById, systemScope } from "@guildhall/db";
import type { Pace } from "../pace.ts";
import { factOfRow } from "./fact-of-row.ts";
import type { Handler } from "./handler.ts";
import { endDeliveries, lockDeliveries } from "./lock-deliveries.ts";
import { recordFailure } from "./record-failure.ts";
import { releaseFollowers } from "./release-followers.ts";
import type { OnStep } from "./step.ts";
import { type Taken, takeDue } from "./take-due.ts";
import { withinLimit } from "./within-limit.ts";

interface Options {
  database: Database;
  handlers: readonly Handler[];
  now: () => Date;
  pace: Pick<Pace, "pauses" | "handlerLimit">;
  onStep: OnStep;
  onFailure: (error: unknown, delivery: Taken) => void;
}

/** Tenants served at the same time, so that a slow one does not stop the others. */
const lanes = 4;

/** Hands due facts to their handlers, a tenant's together in one transaction; false when there was nothing to do. */
export async function deliverDue(options: Options): Promise<boolean> {
  const { database, handlers, now, pace } = options;
  const { taken, busy } = await takeDue({
    database,
    handlers: handlers.map(({ name }) => name),
    now: now(),
    pauses: pace.pauses,
  });
  if (taken.length > 0) options.onStep("deliveries-taken");
  const tenants = [...Map.groupBy(taken, (delivery) => delivery.tenant_id)];
  const lane = async (): Promise<void> => {
    for (let next = tenants.shift(); next; next = tenants.shift()) await deliverTenant(...next, options);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return busy;
}

/**
 * All at once where all goes well; where one fails, each by itself, so that one failure holds up nobody else. What has
 * been tried before goes alone from the start: it may be what killed the process then.
 */
async function deliverTenant(tenantId: Id<"tenant">, deliveries: readonly Taken[], options: Options): Promise<void> {
  const fresh = deliveries.filter(({ attempts }) => attempts === 1);
  const tried = deliveries.filter(({ attempts }) => attempts > 1);
  const done = fresh.length > 1 && (await deliverTogether(tenantId, fresh, options).catch(() => false));
  for (const delivery of done ? tried : [...fresh, ...tried]) await deliverAlone(delivery, options);
}

/** True when all of them are done, or were somebody else's. */
async function deliverTogether(
  tenantId: Id<"tenant">,
  deliveries: readonly Taken[],
  options: Options,
): Promise<boolean> {
  const { database, handlers, pace, onStep } = options;
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
  if (!tenant) throw new Error("The tenant of this fact is gone.");
  const ended = await database.withTenant(systemScope(tenant), async (ctx) => {
    const locked = await lockDeliveries(ctx, deliveries);
    if (locked.length === 0) return [];
    onStep("deliveries-locked");
    for (const row of locked) {
      const handler = handlers.find(({ name }) => name === row.handler);
      if (handler) await withinLimit(pace.handlerLimit, handler.handle(ctx, factOfRow(row)));
      onStep("fact-handled");
    }
    await endDeliveries(ctx, locked);
    onStep("deliveries-ended");
    return locked;
  });
  if (ended.length > 0) onStep("deliveries-committed");
  const ordered = ended.filter((row) => handlers.some(({ name, ordered }) => ordered && name === row.handler));
  const over = ordered.map((row) => ({
    handler: row.handler,
    subjectId: row.subject_id,
    changeSetId: row.change_set_id,
  }));
  await releaseFollowers(database, tenantId, over, options.now());
  return true;
}

async function deliverAlone(delivery: Taken, options: Options): Promise<void> {
  try {
    await deliverTogether(delivery.tenant_id, [delivery], options);
  } catch (error) {
    await recordFailure(options.database, delivery, error, options.now(), options.pace.pauses);
    options.onFailure(error, delivery);
  }
}
