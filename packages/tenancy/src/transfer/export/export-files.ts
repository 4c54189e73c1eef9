import type { Ctx } from "@guildhall/db";
import { type ArchiveWriter, quoteName, type Table, writeParts } from "@guildhall/db/copy";
import { type FileStore, storageKeySchema } from "@guildhall/files";
import { namesBytes, storageKeyColumn } from "../format/tenant-tables.ts";
import { pagesOf } from "./pages-of.ts";

/**
 * Adds the bytes of every file that rows of the tenant name, and a list of those that the store has lost: somebody who
 * moves out is not to be held back by them.
 */
export async function exportFiles(
  ctx: Ctx,
  archive: ArchiveWriter,
  { tables, store }: { tables: readonly Table[]; store: Pick<FileStore, "get"> },
): Promise<{ files: number; missingFiles: number }> {
  const counts = { files: 0, missingFiles: 0 };
  const naming = tables
    .filter(namesBytes)
    .map(({ name }) => `select ${storageKeyColumn} as line from ${quoteName(name)}`);
  if (naming.length === 0) return counts;
  const missing = writeParts(archive, "missing-files", "jsonl");
  for await (const page of pagesOf(ctx, `${naming.join(" union ")} order by 1`)) {
    for (const key of page) {
      const stored = await store.get(storageKeySchema.parse(key));
      if (stored) await archive.addStream(`files/${key}`, stored.size, stored.stream);
      else await missing.write(`${JSON.stringify(key)}\n`);
      counts[stored ? "files" : "missingFiles"]++;
    }
  }
  await missing.end();
  return counts;
}
