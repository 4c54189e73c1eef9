import type { Writable } from "node:stream";
import { conflict } from "@guildhall/core";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { manifestName } from "../archive/entry-name.ts";
import { type ArchiveWriter, writeArchive } from "../archive/write-archive.ts";
import { writeParts } from "../archive/write-parts.ts";
import { packFolder } from "../files/pack-folder.ts";
import { quoteName, quoteTable, readTables, type Table } from "../tables/read-tables.ts";
import { referenceOrder } from "../tables/reference-order.ts";
import { readSequences } from "../tables/sequences.ts";
import type { BackupManifest } from "./backup-manifest.ts";
import { errandClient } from "./errand-client.ts";
import { newestMigration } from "./newest-migration.ts";

export interface BackupOptions {
  /** The folder of stored files, to go along; none where they lie in a bucket. */
  filesDirectory?: string | undefined;
  /** What the backup says of its time. */
  takenAt?: Date;
}

/**
 * Writes the whole database, as it is at one instant, while others go on working: every table's rows by COPY, in the
 * order of their primary key, tables after those they refer to, then the files. Memory does not grow with it. The owner must see every row, or nothing is written:
 * conflict `backup.owner-sees-part`.
 */
export async function backupDatabase(
  ownerUrl: string,
  writable: Writable,
  { filesDirectory, takenAt = new Date() }: BackupOptions = {},
): Promise<void> {
  const client = await errandClient(ownerUrl);
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(plainText);
    const query = async (text: string) => (await client.query(text)).rows;
    await refusePartialSight(client);
    const migration = await newestMigration(client);
    if (migration === null) throw conflict("backup.database-not-ours");
    const { tables } = referenceOrder(await readTables(query));
    if (tables.length > 0) await client.query(`lock table ${tables.map(quoteTable).join(", ")} in access share mode`);
    const manifest: BackupManifest = {
      kind: "guildhall database",
      format: 1,
      takenAt: takenAt.toISOString(),
      migration,
      tables: tables.map(({ schema, name, columns }) => ({
        schema,
        name,
        columns: columns.map((column) => column.name),
      })),
      sequences: await readSequences(query),
      files: filesDirectory !== undefined,
    };

    await writeArchive(writable, async (archive) => {
      await archive.add(manifestName, `${JSON.stringify(manifest, null, 1)}\n`);
      const rows: Record<string, number> = {};
      for (const table of tables) rows[table.key] = await copyOut(client, table, archive);
      if (filesDirectory !== undefined) await packFolder(archive, filesDirectory);
      return { rows };
    });
  } catch (error) {
    writable.destroy();
    throw error;
  } finally {
    await client.end();
  }
}

/** COPY's text is to mean the same wherever it is read; and half of a table is an error, not a backup. */
const plainText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

async function refusePartialSight(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)",
  );
  if (!rowCount) throw conflict("backup.owner-sees-part");
}

async function copyOut(client: pg.Client, table: Table, archive: ArchiveWriter): Promise<number> {
  const columns = table.columns.map(({ name }) => quoteName(name)).join(", ");
  const order = (table.primaryKey.length > 0 ? table.primaryKey : table.columns.map(({ name }) => name))
    .map(quoteName)
    .join(", ");
  const parts = writeParts(archive, `tables/${table.key}`, "copy");
  const source = client.query(
    copyTo(`copy (select ${columns} from only ${quoteTable(table)} order by ${order}) to stdout`),
  );
  for await (const piece of source) await parts.write(z.instanceof(Buffer).parse(piece));
  await parts.end();
  return source.rowCount;
}
