import type { DB } from "@guildhall/db";
import { type Kysely, sql } from "kysely";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

interface Options {
  /** At most one waiting job has this key; enqueuing it again replaces the payload. */
  key?: string;
  runAt?: Date;
  maxAttempts?: number;
}

/** Adds a job in the caller's transaction, tenant's or platform's: it is there when the transaction is, or not at all. */
export async function enqueueJob(
  db: Kysely<DB>,
  task: string,
  payload: Json,
  { key, runAt, maxAttempts = 12 }: Options = {},
): Promise<void> {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::jsonb, ${key ?? null}, ${runAt ?? null}, ${maxAttempts})`.execute(
    db,
  );
}
