import type { Id } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, systemScope } from "@guildhall/db";
import { appendFact, type Cron, defineTask, type Task } from "@guildhall/jobs";
import { recordChange } from "@guildhall/tenancy";
import { sql } from "kysely";
import { z } from "zod";
import { goneBefore } from "./kept-until.ts";
import { type Purged, purgeDocuments } from "./purge-documents.ts";

const purgeTrashJob = "docs.purge-trash";

const purgeTrashTask: Task = defineTask({
  name: purgeTrashJob,
  payload: z.unknown(),
  run: async (_, { database, logger }) => {
    logger.info({ purged: await purgeTrash(database) }, "documents of long ago swept out of the trash");
  },
});

export const docsTasks: readonly Task[] = [purgeTrashTask];
export const docsCrons: readonly Cron[] = [{ task: purgeTrashJob, pattern: "41 * * * *" }];

/** Removes for good what has lain in the trash for thirty days by its hall's clock. Resolves to how many documents went. */
export async function purgeTrash(database: Database): Promise<number> {
  const halls = await database.withPlatform("relay", (db) => db.selectFrom("tenant").select("id").execute(), {
    readOnly: true,
  });
  let purged = 0;
  for (const { id } of halls) {
    const tenant = await database.withPlatform("relay", (db) => findTenantById(db, id), { readOnly: true });
    if (!tenant) continue;
    const inside = <Result>(work: (ctx: Ctx) => Promise<Result>) => database.withTenant(systemScope(tenant), work);
    for (let some = 1; some > 0; purged += some) some = await inside(purgeThrown);
    for (let some = 1; some > 0; purged += some) some = await inside(purgeOfSpaces);
    while (await inside(purgeSpace));
  }
  return purged;
}

/** Documents in one transaction: leaves first, so that it can be cut off anywhere and begun again. */
const batch = 100;

async function purgeThrown(ctx: Ctx): Promise<number> {
  return purgeThose(ctx, sql`from document d where d.removed_at < ${goneBefore(ctx.clock.now())}`);
}

/** What stands on a shelf that was taken down goes with it, thrown away or not. */
async function purgeOfSpaces(ctx: Ctx): Promise<number> {
  return purgeThose(
    ctx,
    sql`from space s join document d on d.space_id = s.id where s.removed_at < ${goneBefore(ctx.clock.now())}`,
  );
}

async function purgeThose(ctx: Ctx, those: ReturnType<typeof sql>): Promise<number> {
  // Whoever takes one out of the trash at this moment was first: it is left to them.
  const { rows } = await sql<Purged>`
    select d.id, d.title, d.scope_id as "scopeId", d.own_scope as "ownScope", d.removed_with as "removedWith" ${those}
      and not exists (select from document c where c.parent_id = d.id)
    order by d.id limit ${batch} for update of d skip locked`.execute(ctx.db);
  if (rows.length > 0) await purgeDocuments(ctx, rows);
  return rows.length;
}

/** A shelf on which nothing stands any more, with whoever was let in there. */
async function purgeSpace(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ id: Id<"space">; name: string }>`
    select s.id, s.name from space s
    where s.removed_at < ${goneBefore(ctx.clock.now())} and not exists (select from document d where d.space_id = s.id)
    limit 1 for update of s skip locked`.execute(ctx.db);
  const [space] = rows;
  if (!space) return false;
  await ctx.db.deleteFrom("space").where("id", "=", space.id).execute();
  await recordChange(ctx, {
    action: "space.purged",
    subjectType: "space",
    subjectId: space.id,
    before: { name: space.name },
    after: null,
  });
  await appendFact(ctx, "docs.space-purged", { spaceId: space.id });
  return true;
}
