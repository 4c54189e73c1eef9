import { idSchema } from "@guildhall/core";
import { type Ctx, type Database, findTenantById, systemScope } from "@guildhall/db";
import { deleteFile } from "@guildhall/files";
import { filesOf } from "../notes/note-files.ts";

const keptFor = 30 * 24 * 3_600_000;
const batchSize = 500;

/** Deletes what was removed more than 30 days ago by its hall's clock, with its files. Resolves to how much went. */
export async function sweepRemoved(database: Database): Promise<number> {
  const halls = await database.withPlatform("relay", (db) => db.selectFrom("tenant").select("id").execute(), {
    readOnly: true,
  });
  let swept = 0;
  for (const { id } of halls) {
    const tenant = await database.withPlatform("relay", (db) => findTenantById(db, id), { readOnly: true });
    if (!tenant) continue;
    for (let gone = batchSize; gone === batchSize; ) {
      gone = await database.withTenant(systemScope(tenant), sweepSome);
      swept += gone;
    }
  }
  return swept;
}

async function sweepSome(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptFor);
  const notes = await ctx.db
    .selectFrom("note")
    .select("id")
    .where("removed_at", "<", before)
    .limit(batchSize)
    .forUpdate()
    .skipLocked()
    .execute();
  const ids = notes.map(({ id }) => id);
  for (const files of (await filesOf(ctx, ids)).values()) for (const { id } of files) await deleteFile(ctx, id);
  if (ids.length > 0) {
    const sources = ids.map((id) => idSchema("source").parse(id));
    await ctx.db.deleteFrom("mention").where("source_id", "in", sources).execute();
    await ctx.db.deleteFrom("note").where("id", "in", ids).execute();
  }
  const tasks = await ctx.db
    .deleteFrom("task")
    .where("id", "in", (some) => some.selectFrom("task").select("id").where("removed_at", "<", before).limit(batchSize))
    .executeTakeFirst();
  return Math.max(ids.length, Number(tasks.numDeletedRows));
}
