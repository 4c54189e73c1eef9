import type { Database } from "@guildhall/db";
import { sql } from "kysely";

/** How the work behind the pages stands. Counts stop at `countCap`. */
export interface WorkFigures {
  readonly workers: readonly { readonly id: string; readonly startedAt: Date; readonly seenAt: Date }[];
  /** Facts that no relay has taken up yet. */
  readonly outbox: number;
  readonly deliveries: { readonly waiting: number; readonly failed: number };
  readonly jobs: { readonly waiting: number; readonly failed: number; readonly oldestDueAt: Date | null };
  /** Facts whose moment came but that could not happen. */
  readonly stuck: number;
  readonly messages: { readonly queued: number; readonly failed: number };
}

export const countCap = 10_000;

/** Reads the figures of the whole installation, for its operator. */
export function getWorkFigures(database: Database): Promise<WorkFigures> {
  return database.withPlatform(
    "operate",
    async (db) => {
      const workers = await db
        .selectFrom("worker_node")
        .select(["id", "started_at as startedAt", "seen_at as seenAt"])
        .orderBy("seen_at", "desc")
        .limit(50)
        .execute();
      const { rows } = await sql<Counts>`
        select
          (select count(*)::int from (select from outbox limit ${countCap}) o) as outbox,
          (select count(*)::int from (select from delivery where state = 'waiting' limit ${countCap}) d) as "waitingDeliveries",
          (select count(*)::int from (select from delivery where state = 'failed' limit ${countCap}) d) as "failedDeliveries",
          (select count(*)::int from (select from scheduled_fact where attempts > 0 limit ${countCap}) s) as stuck,
          (select count(*)::int from (select from message where state = 'queued' limit ${countCap}) m) as "queuedMessages",
          (select count(*)::int from (select from message where state = 'failed' limit ${countCap}) m) as "failedMessages",
          jobs.waiting::int as "waitingJobs", jobs.failed::int as "failedJobs", jobs.oldest_due_at as "oldestDueAt"
        from count_jobs() jobs`.execute(db);
      const counts = rows[0];
      if (!counts) throw new Error("The queue said nothing.");
      return {
        workers,
        outbox: counts.outbox,
        deliveries: { waiting: counts.waitingDeliveries, failed: counts.failedDeliveries },
        jobs: { waiting: counts.waitingJobs, failed: counts.failedJobs, oldestDueAt: counts.oldestDueAt },
        stuck: counts.stuck,
        messages: { queued: counts.queuedMessages, failed: counts.failedMessages },
      };
    },
    { readOnly: true },
  );
}

interface Counts {
  outbox: number;
  waitingDeliveries: number;
  failedDeliveries: number;
  stuck: number;
  queuedMessages: number;
  failedMessages: number;
  waitingJobs: number;
  failedJobs: number;
  oldestDueAt: Date | null;
}
