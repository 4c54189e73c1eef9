import { invalid } from "@guildhall/core";
import { z } from "zod";
import { parseJson } from "../archive/read-archive.ts";

/** What stands first in a backup: everything that has to be known before the first row. */
const backupManifest = z.object({
  kind: z.literal("guildhall database"),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** The newest migration it had. */
  migration: z.string(),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).min(1) })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), lastValue: z.string().nullable() })),
  /** Whether the files folder is in it. */
  files: z.boolean(),
});
export type BackupManifest = z.infer<typeof backupManifest>;

/** What stands last: how many rows each table has, by "schema.name". */
export const backupSeal = z.object({ rows: z.record(z.string(), z.int().nonnegative()) });

/** Throws `backup.format-unknown` for a newer format, `backup.manifest-malformed` for anything else. */
export function parseBackupManifest(text: string): BackupManifest {
  const content = parseJson(text);
  const parsed = backupManifest.safeParse(content);
  if (parsed.success) return parsed.data;
  const newer = z.object({ kind: backupManifest.shape.kind, format: z.int().gt(1) }).safeParse(content).success;
  throw invalid(newer ? "backup.format-unknown" : "backup.manifest-malformed");
}
