import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import type { Taken } from "./take-due.ts";

export type Locked = Awaited<ReturnType<typeof lockDeliveries>>[number];

/** Locks those of these deliveries that are still to be made, and reads their facts; leaves out what another process has or has ended. */
export async function lockDeliveries(ctx: Ctx, wanted: readonly Taken[]) {
  const locked = sql<{ fact_id: Taken["fact_id"]; handler: string }>`
    lock_deliveries(${wanted.map(({ fact_id }) => fact_id)}, ${wanted.map(({ handler }) => handler)})`;
  return ctx.db
    .selectFrom(locked.as("locked"))
    .innerJoin("fact", "fact.id", "locked.fact_id")
    .select([
      "locked.handler",
      "fact.id",
      "fact.name",
      "fact.payload",
      "fact.subject_type",
      "fact.subject_id",
      "fact.actor_person_id",
      "fact.change_set_id",
      "fact.occurred_at",
    ])
    .orderBy("fact.id")
    .execute();
}

/** Ends deliveries that are locked: they are done when the transaction is. */
export async function endDeliveries(ctx: Ctx, locked: readonly Locked[]): Promise<void> {
  await sql`
    delete from delivery d using unnest(${locked.map(({ id }) => id)}::uuid[], ${locked.map(({ handler }) => handler)}::text[]) done (fact_id, handler)
    where d.tenant_id = ${ctx.tenant.id} and d.fact_id = done.fact_id and d.handler = done.handler`.execute(ctx.db);
}
