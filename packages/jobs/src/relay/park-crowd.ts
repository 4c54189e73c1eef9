import type { DB } from "@guildhall/db";
import { type Kysely, type RawBuilder, sql } from "kysely";

/**
 * When `crowd` or more deliveries stand in front that wait for an earlier fact of their subject, sends those away for a
 * while, so that the ones behind them are seen; each is called back when its turn comes (releaseFollowers). Returns how
 * many it sent away.
 */
export async function parkCrowd(db: Kysely<DB>, due: RawBuilder<unknown>, now: Date, crowd: number): Promise<number> {
  const { numAffectedRows } = await sql`
    with front as materialized (
      select ctid, ordered and delivery_waits(delivery) as waits from delivery
      where ${due} order by due_at, fact_id limit ${crowd} for update skip locked
    )
    update delivery d set due_at = ${now}::timestamptz + least(greatest(${now} - d.created_at, interval '5 seconds'), interval '5 minutes')
    where d.ctid = any (array(select ctid from front where waits and (select count(*) from front) = ${crowd}))`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0);
}
