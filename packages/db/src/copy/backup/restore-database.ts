import type { Readable } from "node:stream";
import { conflict, invalid } from "@guildhall/core";
import type pg from "pg";
import { listMigrations, migrate } from "../../migrate.ts";
import { manifestName } from "../archive/entry-name.ts";
import { type ArchiveEntry, readArchive, readSmall } from "../archive/read-archive.ts";
import { openFolder, type OpenFolder } from "../files/restore-folder.ts";
import { type BackupManifest, backupSeal, parseBackupManifest } from "./backup-manifest.ts";
import { errandClient } from "./errand-client.ts";
import { refuseFilledDatabase } from "./refuse-filled-database.ts";
import { type Loading, startLoading } from "./load-tables.ts";

export interface RestoreOptions {
  /** Where the stored files go: a folder that is empty or not there. */
  filesDirectory?: string | undefined;
  onProgress?: (what: string) => void;
}

/**
 * Fills an empty database from a backup and brings it to today. All rows or none: whatever is wrong with the archive
 * or the data leaves a database without rows and a files folder without files. Throws AppErrors `archive.*` and
 * `backup.*`.
 */
export async function restoreDatabase(
  ownerUrl: string,
  jobsUrl: string,
  readable: Readable,
  { filesDirectory, onProgress = () => undefined }: RestoreOptions = {},
): Promise<void> {
  const client = await errandClient(ownerUrl);
  let opened: Opened | null = null;
  try {
    const seal = await readArchive(readable, async (entry) => {
      if (opened) return placeEntry(opened, entry);
      if (entry.name !== manifestName) throw invalid("backup.manifest-malformed");
      const manifest = parseBackupManifest(await readSmall(entry.content));
      opened = await open(client, { ownerUrl, jobsUrl, filesDirectory, manifest });
      onProgress(manifest.migration);
    });
    await close(opened, seal);
    await client.query("commit");
    await folderOf(opened)?.keep();
  } catch (error) {
    await folderOf(opened)?.discard();
    throw error;
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, jobsUrl, { onProgress });
  await analyse(ownerUrl);
}

interface Opened {
  readonly loading: Loading;
  readonly folder: OpenFolder | null;
}
