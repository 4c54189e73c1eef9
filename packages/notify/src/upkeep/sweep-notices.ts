import { type Database, findTenantById, systemScope } from "@guildhall/db";

const day = 24 * 3_600_000;
const [keptFor, unreadFor] = [180 * day, 365 * day];
const batchSize = 1_000;

/** Deletes what was read, or stood in no list, and is older than 180 days by its tenant's clock; and what nobody read in a year. Resolves to how many notices went. */
export async function sweepNotices(database: Database): Promise<number> {
  const halls = await database.withPlatform("notify", (db) => db.selectFrom("tenant").select("id").execute(), {
    readOnly: true,
  });
  let swept = 0;
  for (const { id } of halls) {
    const tenant = await database.withPlatform("notify", (db) => findTenantById(db, id), { readOnly: true });
    if (tenant) swept += await sweepHall(database, systemScope(tenant));
  }
  return swept;
}

async function sweepHall(database: Database, scope: ReturnType<typeof systemScope>): Promise<number> {
  const now = scope.clock.now().getTime();
  const [before, longBefore] = [new Date(now - keptFor), new Date(now - unreadFor)];
  let swept = 0;
  for (;;) {
    const gone = await database.withTenant(scope, (ctx) =>
      ctx.db
        .deleteFrom("notification")
        .where("id", "in", (old) =>
          old
            .selectFrom("notification")
            .select("id")
            .where((where) =>
              where.or([
                where("read_at", "is not", null),
                where("in_app", "=", false),
                where("latest_at", "<", longBefore),
              ]),
            )
            .where("under_id", "is", null)
            .where("latest_at", "<", before)
            .limit(batchSize),
        )
        .executeTakeFirst(),
    );
    swept += Number(gone.numDeletedRows);
    if (gone.numDeletedRows < batchSize) return swept;
  }
}
