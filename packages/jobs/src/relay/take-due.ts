import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { type RawBuilder, sql } from "kysely";
import { maxAttempts } from "./attempts.ts";
import { parkCrowd } from "./park-crowd.ts";

/** A delivery that this relay has taken up: nobody else will, until its next attempt would be due. */
export interface Taken {
  readonly tenant_id: Id<"tenant">;
  readonly fact_id: Id<"fact">;
  readonly handler: string;
  /** From 1. Beyond that, an earlier attempt failed, or ended with its process. */
  readonly attempts: number;
}

interface Options {
  database: Database;
  handlers: readonly string[];
  now: Date;
  pauses: readonly number[];
}

const batchSize = 64;
/** How many due deliveries are looked at for those that need not wait. A larger crowd of waiting ones is parked. */
const sight = 256;

/**
 * Takes up to 64 deliveries that are due and counts the attempt before it is made: a fact that kills its process every
 * time runs out of attempts like any other. One that was taken up before and never heard of again may be such a fact,
 * so it is taken by itself: it cannot use up the attempts of others. `busy` is false when there was nothing to do.
 */
export async function takeDue({
  database,
  handlers,
  now,
  pauses,
}: Options): Promise<{ taken: Taken[]; busy: boolean }> {
  return database.withPlatform("relay", async (db) => {
    await sql`set local enable_sort = off`.execute(db); // a queue's statistics are never right: always walk the index
    const due = sql`state = 'waiting' and due_at <= ${now} and handler = any (${handlers})`;
    const pauseSeconds = pauses.map((pause) => pause / 1_000);
    const take = async (which: RawBuilder<unknown>, most: number) => {
      const { rows } = await sql<Taken & { state: "waiting" | "failed" }>`
        with found as materialized (
          select ctid from delivery
          where ${due} and ${which} and not (ordered and delivery_waits(delivery))
            and (due_at, fact_id) <= (
              select due_at, fact_id from (select due_at, fact_id from delivery where ${due} order by due_at, fact_id limit ${sight}) seen
              order by due_at desc, fact_id desc limit 1)
          order by due_at, fact_id limit ${most} for update skip locked
        )
        update delivery d set
          attempts = least(d.attempts + 1, ${maxAttempts}),
          state = case when d.attempts < ${maxAttempts} then 'waiting' else 'failed' end,
          due_at = ${now}::timestamptz + make_interval(secs => (${pauseSeconds}::float8[])[least(d.attempts + 1, ${maxAttempts})]),
          last_error = case when d.attempts < ${maxAttempts} then null else ${neverEnded} end
        where d.ctid = any (array(select ctid from found))
        returning d.tenant_id, d.fact_id, d.handler, d.attempts, d.state`.execute(db);
      return rows;
    };
    const suspects = await take(suspect, 1);
    const rows = suspects.length > 0 ? suspects : await take(sql`not (${suspect})`, batchSize);
    const parked = rows.length === 0 ? await parkCrowd(db, due, now, sight - batchSize) : 0;
    const taken = rows
      .filter(({ state }) => state === "waiting")
      .sort((one, other) => (one.fact_id < other.fact_id ? -1 : 1));
    return { taken, busy: rows.length + parked > 0 };
  });
}

/** Taken up, and since then neither ended nor failed: an attempt clears the error, and a failure writes it again. */
const suspect = sql`(attempts > 0 and last_error is null)`;

const neverEnded = "Every process that took this up ended before it was done.";
