import type { Database, DB } from "@guildhall/db";
import { factNames } from "@guildhall/facts";
import { type Insertable, sql } from "kysely";
import { liveNotices } from "../live/live-notice.ts";
import type { Handler } from "./handler.ts";

const batchSize = 500;
const oneDay = 24 * 3_600_000;

/**
 * Takes up to 500 facts out of the outbox and writes a delivery for each handler that wants them, in one transaction.
 * Takes what is there and nobody else holds, never "what came after": ids are not in order of commit. Leaves facts whose
 * name this version does not know to the newer one that does, for a day.
 * Returns how many it took, and what to tell of them to the pages that watch.
 */
export async function relayOutbox(
  database: Database,
  handlers: readonly Handler[],
  now: Date,
): Promise<{ taken: number; notices: string[] }> {
  return database.withPlatform("relay", async (db) => {
    const taken = await db
      .deleteFrom("outbox")
      .where(
        sql<boolean>`(tenant_id, fact_id) in (
          select tenant_id, fact_id from outbox
          where name = any (${factNames}) or uuid_extract_timestamp(fact_id) < ${new Date(now.getTime() - oneDay)}
          order by fact_id limit ${batchSize} for update skip locked)`,
      )
      .returningAll()
      .execute();
    if (taken.length === 0) return { taken: 0, notices: [] };
    const deliveries: Insertable<DB["delivery"]>[] = taken.flatMap((fact) =>
      handlers
        .filter((handler) => handler.facts.some((name) => name === fact.name))
        .map((handler) => ({
          tenant_id: fact.tenant_id,
          fact_id: fact.fact_id,
          handler: handler.name,
          ordered: handler.ordered,
          subject_id: fact.subject_id,
          subject_version: fact.subject_version,
          change_set_id: fact.change_set_id,
          due_at: now,
          created_at: now,
        })),
    );
    if (deliveries.length > 0)
      await db
        .insertInto("delivery")
        .values(deliveries)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    return { taken: taken.length, notices: liveNotices(taken) };
  });
}
