import type { Ctx } from "@guildhall/db";
import { type Fact, readFacts } from "@guildhall/jobs";
import { sql } from "kysely";
import { projectFact } from "./project-fact.ts";
import type { TimelineRegister } from "./timeline-register.ts";
import { writeBatch } from "./write-batch.ts";

const pageSize = 1_000;

/**
 * Makes every timeline of the hall anew from its facts, in the caller's one transaction: readers see the old one until
 * it is there. Comes to the same lines. Resolves to how many facts were read.
 */
export async function rebuildTimeline(ctx: Ctx, register: TimelineRegister): Promise<number> {
  await ctx.db.deleteFrom("timeline_entry").execute();
  await sql`update person set last_activity_at = null where last_activity_at is not null`.execute(ctx.db);
  let read = 0;
  for (let after: Fact["id"] | null = null; ; ) {
    const facts: readonly Fact[] = await readFacts(ctx, register.facts, { after, limit: pageSize });
    for (const fact of facts) await projectAll(ctx, register, fact);
    read += facts.length;
    const last = facts.at(-1);
    if (!last || facts.length < pageSize) return read;
    after = last.id;
  }
}

async function projectAll(ctx: Ctx, register: TimelineRegister, fact: Fact): Promise<void> {
  const done = await projectFact(ctx, register, fact);
  if (!("batch" in done)) return;
  for (let { rest } = done; rest; ) rest = await writeBatch(ctx, done.batch, rest);
}
