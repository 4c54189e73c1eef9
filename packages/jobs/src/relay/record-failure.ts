import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { sql } from "kysely";
import { errorText, maxAttempts } from "./attempts.ts";

interface Failed {
  tenant_id: Id<"tenant">;
  fact_id: Id<"fact">;
  handler: string;
}

/** Notes why a counted attempt failed and when the next is due; after the last, parks the delivery where the operator sees it. */
export async function recordFailure(
  database: Database,
  { tenant_id, fact_id, handler }: Failed,
  error: unknown,
  now: Date,
  pauses: readonly number[],
): Promise<void> {
  await database.withPlatform("relay", (db) =>
    sql`
      update delivery set
        state = case when attempts >= ${maxAttempts} then 'failed' else 'waiting' end,
        due_at = ${now}::timestamptz + make_interval(secs => (${pauses.map((pause) => pause / 1_000)}::float8[])[greatest(attempts, 1)]),
        last_error = ${errorText(error)}
      where tenant_id = ${tenant_id} and fact_id = ${fact_id} and handler = ${handler} and state = 'waiting'`.execute(
      db,
    ),
  );
}
