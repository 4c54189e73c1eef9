import { conflict, invalid } from "@guildhall/core";
import type pg from "pg";
import { listMigrations } from "../../migrate.ts";
import { quoteTable, readTables } from "../tables/read-tables.ts";
import { newestMigration } from "./newest-migration.ts";

/**
 * Sees that a backup with this newest migration can go into the database: it must know that migration, be no newer,
 * and have no rows. Conflicts `backup.database-not-empty`, `backup.database-newer`; invalid `backup.migration-unknown`.
 */
export async function refuseFilledDatabase(client: pg.Client, migration: string): Promise<void> {
  if (!(await listMigrations()).includes(migration)) throw invalid("backup.migration-unknown", {}, { migration });
  for (const table of await readTables(async (text) => (await client.query(text)).rows)) {
    const { rowCount } = await client.query(`select from ${quoteTable(table)} limit 1`);
    if (rowCount) throw conflict("backup.database-not-empty", { table: table.key });
  }
  const newest = await newestMigration(client);
  if (newest !== null && newest > migration) throw conflict("backup.database-newer", { migration: newest });
}
