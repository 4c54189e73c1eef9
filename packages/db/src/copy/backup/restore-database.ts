import type { Readable } from "node:stream";
import { invalid } from "@guildhall/core";
import type pg from "pg";
import { migrate } from "../../migrate.ts";
import { manifestName } from "../archive/entry-name.ts";
import { type ArchiveEntry, readArchive, readSmall } from "../archive/read-archive.ts";
import { type FolderInMaking, makeFolder } from "../files/make-folder.ts";
import { parseBackupManifest } from "./backup-manifest.ts";
import { errandClient } from "./errand-client.ts";
import { type Loading, startLoading } from "./load-tables.ts";
import { refuseFilledDatabase } from "./refuse-filled-database.ts";

export interface RestoreOptions {
  /** Where the stored files go: a folder that is empty or not there. */
  filesDirectory?: string | undefined;
  /** Told each migration that runs. */
  onProgress?: (migration: string) => void;
}

/**
 * Fills an empty database from a backup and brings it to today. All or nothing: whatever is wrong with the archive or
 * the data leaves a database without rows and a files folder without files. Throws AppErrors `archive.*` and
 * `backup.*`.
 */
export async function restoreDatabase(
  ownerUrl: string,
  jobsUrl: string,
  readable: Readable,
  { filesDirectory, onProgress = () => undefined }: RestoreOptions = {},
): Promise<void> {
  const client = await errandClient(ownerUrl);
  const restoring: Restoring = { loading: null, folder: null };
  try {
    const seal = await readArchive(readable, async (entry) => {
      if (restoring.loading) return place(restoring, entry);
      if (entry.name !== manifestName) throw invalid("backup.manifest-malformed");
      const manifest = parseBackupManifest(await readSmall(entry.content));
      await refuseFilledDatabase(client, manifest.migration);
      if (manifest.files && !filesDirectory) throw invalid("backup.files-folder-needed");
      if (manifest.files && filesDirectory) restoring.folder = await makeFolder(filesDirectory);
      await migrate(ownerUrl, jobsUrl, { upTo: manifest.migration, onProgress });
      await client.query("begin");
      await client.query(plainText);
      restoring.loading = await startLoading(client, manifest);
    });
    if (!restoring.loading) throw invalid("backup.manifest-malformed");
    await restoring.loading.finish(seal);
    await client.query("commit");
    await restoring.folder?.keep();
  } catch (error) {
    await restoring.folder?.discard();
    throw error;
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, jobsUrl, { onProgress });
  await analyse(ownerUrl);
}

interface Restoring {
  loading: Loading | null;
  folder: FolderInMaking | null;
}

const plainText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

async function place({ loading, folder }: Restoring, entry: ArchiveEntry): Promise<void> {
  if (entry.name.startsWith("tables/") && loading) return loading.load(entry);
  if (entry.name.startsWith("files/") && folder) return folder.place(entry);
  throw invalid("archive.entry-refused", {}, { name: entry.name.slice(0, 100) });
}

/** Without statistics the first pages after a restore would be planned blindly. */
async function analyse(ownerUrl: string): Promise<void> {
  const client: pg.Client = await errandClient(ownerUrl);
  try {
    await client.query("analyze");
  } finally {
    await client.end();
  }
}
