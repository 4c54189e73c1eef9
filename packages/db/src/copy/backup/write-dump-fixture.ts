import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { backupDatabase } from "./backup-database.ts";

/** Databases as they were at the end of each piece of work; a test brings every one of them to today. */
export const dumpsDirectory = join(import.meta.dirname, "../../../fixtures/dumps");

const fixtureName = z.string().regex(/^\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** Keeps the database as fixture `name` ("0001-frame"), without files; the same rows make the same bytes. */
export async function writeDumpFixture(
  ownerUrl: string,
  name: string,
  directory: string = dumpsDirectory,
): Promise<string> {
  const path = join(directory, `${fixtureName.parse(name)}.tar.gz`);
  await mkdir(directory, { recursive: true });
  await backupDatabase(ownerUrl, createWriteStream(`${path}.part`), { takenAt: new Date(0) });
  await rename(`${path}.part`, path);
  return path;
}
