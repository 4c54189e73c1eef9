import { idSchema } from "@guildhall/core";
import { findTenantById, systemScope } from "@guildhall/db";
import { type FileStore, storageKeySchema } from "@guildhall/files";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";

/** Stored with queued jobs, so it keeps its name. */
export const dropExportJob = "tenancy.drop-export";

/** Sweeps the bytes of an export whose week is over. Bytes that a crash leaves behind have no row, and are swept as such. */
export function dropExportTask(store: Pick<FileStore, "delete">): Task {
  return defineTask({
    name: dropExportJob,
    payload: z.object({ tenantId: idSchema("tenant"), exportId: idSchema("tenant_export") }),
    run: async ({ tenantId, exportId }, { database }) => {
      const tenant = await database.withPlatform("relay", (db) => findTenantById(db, tenantId));
      if (!tenant) return;
      const key = await database.withTenant(systemScope(tenant), async ({ db }) => {
        const row = await db
          .selectFrom("tenant_export")
          .select("archive_key")
          .where("id", "=", exportId)
          .forUpdate()
          .executeTakeFirst();
        await db
          .updateTable("tenant_export")
          .set({ state: "swept", archive_key: null })
          .where("id", "=", exportId)
          .where("state", "=", "ready")
          .execute();
        return row?.archive_key ?? null;
      });
      if (key) await store.delete(storageKeySchema.parse(key));
    },
  });
}
