import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";

/** A handler gets this many tries, over about nine hours, before its delivery waits for the operator. */
export const maxAttempts = 12;

/** How long to wait after the nth failure, in milliseconds: 1 s, doubled each time, at most 4 h. */
export function backoff(attempts: number): number {
  return Math.min(1_000 * 2 ** (attempts - 1), 4 * 3_600_000);
}

interface Failed {
  tenant_id: Id<"tenant">;
  fact_id: Id<"fact">;
  handler: string;
}

/** Notes a failed try and when the next one is due; after the last, parks the delivery where the operator sees it. */
export async function recordFailure(database: Database, { tenant_id, fact_id, handler }: Failed, error: unknown, now: Date): Promise<void> {
  await database.withPlatform("relay", async (db) => {
    const row = await db
      .selectFrom("delivery")
      .select("attempts")
      .where("tenant_id", "=", tenant_id)
      .where("fact_id", "=", fact_id)
      .where("handler", "=", handler)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return;
    const attempts = row.attempts + 1;
    await db
      .updateTable("delivery")
      .set({
        attempts,
        state: attempts >= maxAttempts ? "failed" : "waiting",
        due_at: new Date(now.getTime() + backoff(attempts)),
        last_error: errorText(error),
      })
      .where("tenant_id", "=", tenant_id)
      .where("fact_id", "=", fact_id)
      .where("handler", "=", handler)
      .execute();
  });
}

function errorText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, 4_000);
}
