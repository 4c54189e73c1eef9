import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { type BackupOptions, backupDatabase } from "./backup-database.ts";
import { type RestoreOptions, restoreDatabase } from "./restore-database.ts";

/** `guildhall backup FILE`: the file appears whole or not at all, readable by its owner alone; one that is there is replaced. */
export async function backupToFile(ownerUrl: string, file: string, options: BackupOptions = {}): Promise<void> {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await backupDatabase(ownerUrl, createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }), options);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** `guildhall restore FILE`: see restoreDatabase. */
export async function restoreFromFile(
  ownerUrl: string,
  jobsUrl: string,
  file: string,
  options: RestoreOptions = {},
): Promise<void> {
  const handle = await open(file); // a file that is not there is told before anything is tried
  await handle.close();
  await restoreDatabase(ownerUrl, jobsUrl, createReadStream(file), options);
}
