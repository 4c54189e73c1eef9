import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
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
 * transaction; only what is made `concurrently` runs by itself, outside of any. Safe to call from several processes at
 * once; forward only.
 */
export async function migrate(ownerUrl: string, jobsUrl: string, { upTo, onProgress }: Options = {}): Promise<void> {
  await ensureRoles(ownerUrl);
  const jobs = maintenancePool(jobsUrl);
  await runGraphileMigrations({ pgPool: jobs, logger: silentLogger });
  await jobs.end();
  const migrations = await readMigrations(upTo);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: maintenancePool(ownerUrl) }) });
  try {
    await whileAlone(db, async () => {
      const migrator = new Migrator({
        db,
        provider: { getMigrations: async () => Object.fromEntries(migrations.map((it) => [it.name, it])) },
        migrationTableName: "migration",
        migrationLockTableName: "migration_lock",
      });
      for (const stretch of stretchesOf(migrations)) {
        const { error, results } = await migrator.migrateTo(stretch.last, { disableTransactions: stretch.bare });
        for (const result of results ?? []) if (result.status === "Success") onProgress?.(result.migrationName);
        if (error) throw error;
      }
    });
  } finally {
    await db.destroy();
  }
}

/**
 * Lets one process at a time migrate. It asks again and again instead of waiting in line, because an index that is made
 * concurrently would wait for whoever waits for it.
 */
async function whileAlone(db: Kysely<unknown>, work: () => Promise<void>): Promise<void> {
  await db.connection().execute(async (line) => {
    const take = async () =>
      (await sql<{ mine: boolean }>`select pg_try_advisory_lock(7310002) as mine`.execute(line)).rows[0]?.mine === true;
    while (!(await take())) await setTimeout(100);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(7310002)`.execute(line);
    }
  });
}

interface Stretch {
  readonly last: string;
  /** Without a transaction around it. */
  readonly bare: boolean;
}

/** Migrations that share a transaction, one stretch after the other. */
function stretchesOf(migrations: readonly SqlMigration[]): Stretch[] {
  return migrations
    .map(({ name, bare }) => ({ last: name, bare }))
    .filter(({ bare }, index, all) => bare || all[index + 1]?.bare !== false);
}

/** The names of all migrations, oldest first. */
export async function listMigrations(): Promise<string[]> {
  const files = await readdir(migrationsDir);
  return files
    .filter((file) => file.endsWith(".sql"))
    .map((file) => basename(file, ".sql"))
    .sort();
}

interface SqlMigration extends Migration {
  readonly name: string;
  readonly bare: boolean;
}

async function readMigrations(upTo?: string): Promise<SqlMigration[]> {
  const names = (await listMigrations()).filter((name) => upTo === undefined || name <= upTo);
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(migrationsDir, `${name}.sql`), "utf8");
      const bare = / index concurrently /i.test(text.replaceAll(/^--.*$/gm, ""));
      return { name, bare, up: (db) => (bare ? runBare(db, text) : runInside(db, text)) };
    }),
  );
}

/** A migration that cannot get its lock soon gives up, so that it never queues the whole site behind it. */
async function runInside(db: Kysely<unknown>, text: string): Promise<void> {
  await sql`set local lock_timeout = '5s'`.execute(db);
  await sql.raw(text).execute(db);
}

/** What was cut off while it was made concurrently has left an invalid index behind, and that goes first. */
async function runBare(db: Kysely<unknown>, text: string): Promise<void> {
  const made = /create (?:unique )?index concurrently (\w+)/i.exec(text)?.[1];
  if (made) await sql`drop index concurrently if exists ${sql.id(made)}`.execute(db);
  await sql.raw(text).execute(db);
}
