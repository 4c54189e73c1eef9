import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { sql } from "kysely";

/** An ordered delivery that is over. */
export interface Ended {
  readonly handler: string;
  readonly subjectId: Id<string>;
  readonly changeSetId: Id<"change_set"> | null;
}

const parked = sql`d.state = 'waiting' and d.attempts = 0`;

/**
 * Calls parked deliveries back whose turn may have come: the next of each subject, batches that wait for a subject, and
 * the subjects that a batch held up. A hint: one that is missed comes back by itself within five minutes.
 */
export async function releaseFollowers(
  database: Database,
  tenantId: Id<"tenant">,
  ended: readonly Ended[],
  now: Date,
): Promise<void> {
  if (ended.length === 0) return;
  const handlers = ended.map(({ handler }) => handler);
  const changeSets = ended.flatMap(({ changeSetId }) => (changeSetId === null ? [] : [changeSetId]));
  await database.withPlatform("relay", async (db) => {
    await sql`
      update delivery d set due_at = ${now}
      from (
        select next.fact_id, next.handler
        from unnest(${ended.map(({ subjectId }) => subjectId)}::uuid[], ${handlers}::text[]) e (subject_id, handler)
        cross join lateral (
          select n.fact_id, n.handler from delivery n
          where n.tenant_id = ${tenantId} and n.handler = e.handler and n.subject_id = e.subject_id and n.ordered
          order by n.subject_version limit 1
        ) next
        union
        select b.fact_id, b.handler from delivery b
        where b.tenant_id = ${tenantId} and b.handler = any (${handlers}::text[]) and b.ordered and b.change_set_id is not null
      ) turn
      where d.tenant_id = ${tenantId} and d.fact_id = turn.fact_id and d.handler = turn.handler and ${parked} and d.due_at > ${now}`.execute(
      db,
    );
    if (changeSets.length > 0)
      await sql`
        update delivery d set due_at = ${now}
        where d.tenant_id = ${tenantId} and d.handler = any (${handlers}::text[]) and d.ordered and ${parked} and d.due_at > ${now}
          and d.subject_id in (select subject_id from change_set_item where tenant_id = ${tenantId} and change_set_id = any (${changeSets}::uuid[]))`.execute(
        db,
      );
  });
}

/** Calls back everything that is parked; for a relay that starts, since the one before may have died before it could. */
export async function releaseAll(database: Database, now: Date): Promise<void> {
  await database.withPlatform("relay", (db) =>
    sql`update delivery d set due_at = ${now} where d.ordered and ${parked} and d.due_at > ${now}`.execute(db),
  );
}
