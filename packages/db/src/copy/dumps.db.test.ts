import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { expect, test } from "vitest";
import { departures } from "../catalog.ts";
import { listMigrations } from "../migrate.ts";
import { openedTenantTables, ownerTables, platformPurposes, platformTables } from "../platform.ts";
import { readArchive } from "./archive/read-archive.ts";
import { backupSeal } from "./backup/backup-manifest.ts";
import { newestMigration } from "./backup/newest-migration.ts";
import { restoreDatabase } from "./backup/restore-database.ts";
import { dumpsDirectory } from "./backup/write-dump-fixture.ts";
import { quoteTable, readTables } from "./tables/read-tables.ts";
import { inDatabase, useEmptyDatabases } from "./test/use-empty-database.ts";

const emptyDatabase = useEmptyDatabases();
const rules = {
  platformTables: Object.keys(platformTables),
  openedTenantTables,
  ownerTables,
  purposes: platformPurposes,
};
const dumps = (await readdir(dumpsDirectory)).filter((name) => name.endsWith(".tar.gz")).sort();

/** Tables of old dumps that a migration has done away with since, each with the migration that did. */
const gone: Readonly<Record<string, string>> = {};

test("a dump is kept at the end of each piece of work", () => {
  expect(dumps.length).toBeGreaterThan(0);
});

test.each(dumps)("the database of %s comes to today with every row", async (name) => {
  const urls = await emptyDatabase();
  const dump = () => createReadStream(join(dumpsDirectory, name));
  await restoreDatabase(urls.owner, urls.jobs, dump());

  const { rows: expected } = backupSeal.parse(await readArchive(dump(), async () => undefined));
  await inDatabase(urls.owner, async (client) => {
    expect(await newestMigration(client)).toBe((await listMigrations()).at(-1));
    const there = await countRows(client);
    for (const [table, rows] of Object.entries(expected))
      if (!(table in gone)) expect([table, there[table]]).toEqual([table, rows]);
    expect(await departures(client, rules)).toEqual([]);
  });
});

async function countRows(client: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await readTables(async (text) => (await client.query(text)).rows)) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${quoteTable(table)}`);
    counts[table.key] = rows[0]?.n ?? 0;
  }
  return counts;
}
