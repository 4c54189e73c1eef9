import type { Database } from "@guildhall/db";
import { type Insertable, sql } from "kysely";
import type { DB } from "@guildhall/db";
import { liveChannel, liveNotices } from "../live/live-notice.ts";
import type { Handler } from "./handler.ts";

const batchSize = 500;

/**
 * Takes up to 500 facts out of the outbox and writes a delivery for each handler that wants them, in one transaction.
 * Takes what is there and nobody else holds, never "what came after": ids are not in order of commit.
 * Returns how many it took.
 */
export async function relayOutbox(database: Database, handlers: readonly Handler[], now: Date): Promise<number> {
  return database.withPlatform("relay", async (db) => {
    const taken = await db
      .deleteFrom("outbox")
      .where(
        sql<boolean>`(tenant_id, fact_id) in (select tenant_id, fact_id from outbox order by fact_id limit ${batchSize} for update skip locked)`,
      )
      .returningAll()
      .execute();
    if (taken.length === 0) return 0;
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
    if (deliveries.length > 0) await db.insertInto("delivery").values(deliveries).execute();
    for (const notice of liveNotices(taken)) await sql`select pg_notify(${liveChannel}, ${notice})`.execute(db);
    return taken.length;
  });
}
