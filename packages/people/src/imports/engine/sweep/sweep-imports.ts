import type { Id } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, systemScope } from "@guildhall/db";
import { defineTask, type Task } from "@guildhall/jobs";
import { sql } from "kysely";
import { z } from "zod";
import { moveRun } from "../runs/move-run.ts";
import { tellWhatCame } from "../runs/steer-run.ts";
import { keptMs, overStates } from "./kept-until.ts";
import { letGo } from "./let-go.ts";

export const sweepImportsJob = "people.sweep-imports";

export const sweepImportsTask: Task = defineTask({
  name: sweepImportsJob,
  payload: z.unknown(),
  run: async (_, { database, logger }) => {
    logger.info({ swept: await sweepImports(database) }, "files of old imports swept");
  },
});

/**
 * Ends the imports that nobody went on with for 30 days by their hall's clock, and lets go of the files and rows of those
 * that have been over for as long. Resolves to how many were let go.
 */
export async function sweepImports(database: Database): Promise<number> {
  const halls = await database.withPlatform("relay", (db) => db.selectFrom("tenant").select("id").execute(), {
    readOnly: true,
  });
  let swept = 0;
  for (const { id } of halls) {
    const tenant = await database.withPlatform("relay", (db) => findTenantById(db, id), { readOnly: true });
    if (!tenant) continue;
    const scope = systemScope(tenant);
    while (await database.withTenant(scope, endForgotten));
    while (await database.withTenant(scope, letGoOfOld)) swept++;
  }
  return swept;
}

const waiting = ["draft", "previewing", "previewed", "paused"] as const;

/** One that waits for somebody who does not come. What it had written by then stays, and can be undone. */
async function endForgotten(ctx: Ctx): Promise<boolean> {
  const forgotten = await oldest(ctx, waiting, sql`coalesce(started_at, created_at)`);
  if (!forgotten) return false;
  const run = await moveRun(ctx, forgotten, "cancel", { finished_at: ctx.clock.now() });
  await tellWhatCame(ctx, run);
  if (!run.changeSetId) await letGo(ctx, run.id);
  return true;
}

async function letGoOfOld(ctx: Ctx): Promise<boolean> {
  const old = await oldest(
    ctx,
    overStates,
    sql`coalesce(finished_at, created_at)`,
    sql`(file_id is not null or layout is not null
      or exists (select from import_row w where w.tenant_id = r.tenant_id and w.run_id = r.id))`,
  );
  if (old) await letGo(ctx, old);
  return old !== null;
}

async function oldest(
  ctx: Ctx,
  states: readonly string[],
  since: ReturnType<typeof sql>,
  holds = sql`true`,
): Promise<Id<"import_run"> | null> {
  const before = new Date(ctx.clock.now().getTime() - keptMs);
  const { rows } = await sql<{ id: Id<"import_run"> }>`
    select id from import_run r
    where state = any (${[...states]}::text[]) and ${since} < ${before} and ${holds}
    order by created_at limit 1 for update skip locked`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
