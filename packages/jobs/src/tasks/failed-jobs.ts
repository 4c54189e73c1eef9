import { notFound, type Page, type PageOf } from "@guildhall/core";
import { type Database, keyset } from "@guildhall/db";
import { sql } from "kysely";

export interface FailedJob {
  readonly id: number;
  readonly task: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: Date;
}

/** Jobs that used up their attempts and wait for the operator, oldest first. */
export async function listFailedJobs(database: Database, page: Page): Promise<PageOf<FailedJob>> {
  const failed = sql<{
    id: number;
    task: string;
    attempts: number;
    last_error: string | null;
    created_at: Date;
  }>`failed_jobs()`;
  return database.withPlatform(
    "operate",
    (db) =>
      keyset(
        db
          .selectFrom(failed.as("failed_job"))
          .select(["id", "task", "attempts", "last_error as lastError", "created_at as createdAt"]),
        page,
        { columns: ["id"], direction: "asc" },
      ),
    { readOnly: true },
  );
}

/** Gives a failed job its attempts again, from now; `jobs.job-gone` when it is not there or not a failed one. */
export async function retryJob(database: Database, id: number): Promise<void> {
  await settle(database, id, true);
}

/** Gives up on a failed job. */
export async function dismissJob(database: Database, id: number): Promise<void> {
  await settle(database, id, false);
}

async function settle(database: Database, id: number, again: boolean): Promise<void> {
  const { rows } = await database.withPlatform("operate", (db) =>
    sql<{ settled: boolean }>`select settle_failed_job(${id}, ${again}) as settled`.execute(db),
  );
  if (!rows[0]?.settled) throw notFound("jobs.job-gone");
}
