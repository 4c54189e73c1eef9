import type { Id } from "@guildhall/core";
import { type Database, findTenantById, systemScope } from "@guildhall/db";
import type { FileStore } from "../store/file-store.ts";
import type { StorageKey } from "../store/storage-key.ts";

/**
 * Deletes those bytes of a tenant that no row names, and returns how many. Null for a tenant that this database does
 * not know: its bytes stay, since the store may be shared with another installation, or the database be the wrong one.
 */
export async function deleteUnnamed(
  { database, store }: { database: Database; store: FileStore },
  tenantId: Id<"tenant">,
  keys: readonly StorageKey[],
): Promise<number | null> {
  const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
  if (!tenant) return null;
  const named = await database.withTenant(systemScope(tenant), async ({ db }) => {
    const files = db.selectFrom("file").select("storage_key as key").where("storage_key", "in", keys);
    const renditions = db.selectFrom("file_rendition").select("storage_key as key").where("storage_key", "in", keys);
    const exports = db.selectFrom("tenant_export").select("archive_key as key").where("archive_key", "in", keys);
    const rows = await files.unionAll(renditions).unionAll(exports.$narrowType<{ key: string }>()).execute();
    return new Set(rows.map((row) => row.key));
  });
  const unnamed = keys.filter((key) => !named.has(key));
  for (const key of unnamed) await store.delete(key);
  return unnamed.length;
}
