import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Logger, runMigrations as runGraphileMigrations } from "graphile-worker";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { maintenancePool } from "./maintenance-pool.ts";
import { ensureRoles } from "./roles.ts";

export const migrationsDir = join(import.meta.dirname, "../migrations");

const silentLogger = new Logger(() => () => undefined);

interface Options {
  /** Stop after this migration (its file's name without ".sql"); the newest when left out. */
  upTo?: string;
  onProgress?: (name: string) => void;
}

/**
 * Brings the database at `ownerUrl` to today: roles, the job queue's schema, then every SQL file in order, in one
 * transaction under a lock. Safe to call from several processes at once; forward only.
 */
export async function migrate(ownerUrl: string, jobsUrl: string, { upTo, onProgress }: Options = {}): Promise<void> {
  await ensureRoles(ownerUrl);
  const jobs = maintenancePool(jobsUrl);
  await runGraphileMigrations({ pgPool: jobs, logger: silentLogger });
  await jobs.end();
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: maintenancePool(ownerUrl) }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: readMigrations },
      migrationTableName: "migration",
      migrationLockTableName: "migration_lock",
    });
    const { error, results } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest();
    for (const result of results ?? []) if (result.status === "Success") onProgress?.(result.migrationName);
    if (error) throw error;
  } finally {
    await db.destroy();
  }
}

/** The names of all migrations, oldest first. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(migrationsDir);
  return files
    .filter((file) => file.endsWith(".sql"))
    .map((file) => basename(file, ".sql"))
    .sort();
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const entries = (await listMigrations()).map(async (name) => {
    const text = await readFile(join(migrationsDir, `${name}.sql`), "utf8");
    // A migration that cannot get its lock soon gives up, so that it never queues the whole site behind it.
    const up = async (db: Kysely<unknown>) => {
      await sql`set local lock_timeout = '5s'`.execute(db);
      await sql.raw(text).execute(db);
    };
    return [name, { up }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
