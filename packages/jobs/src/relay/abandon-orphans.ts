import type { Database } from "@guildhall/db";
import { sql } from "kysely";

const oneDay = 24 * 3_600_000;

/**
 * Shows the operator deliveries whose handler nobody here knows, once they have waited a day: long enough for the newer
 * version that wrote them to arrive. Returns how many; at most 100 at a time.
 */
export async function abandonOrphans(database: Database, known: readonly string[], now: Date): Promise<number> {
  const { numAffectedRows } = await database.withPlatform("relay", (db) =>
    sql`
      update delivery d set state = 'failed', last_error = 'No handler is called ' || d.handler || ' any more.'
      where d.ctid = any (array(
        select ctid from delivery
        where state = 'waiting' and due_at < ${new Date(now.getTime() - oneDay)} and handler <> all (${known}::text[])
        order by due_at, fact_id limit 100 for update skip locked
      ))`.execute(db),
  );
  return Number(numAffectedRows ?? 0);
}
