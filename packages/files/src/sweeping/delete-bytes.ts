import { idSchema } from "@guildhall/core";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import type { FileStore } from "../store/file-store.ts";
import { storageKeySchema } from "../store/storage-key.ts";
import { deleteUnnamed } from "./unnamed-bytes.ts";

export const deleteBytesOf = "files.delete-bytes";

/** Deletes the bytes of a file that was taken out. Running twice finds nothing left. */
export function deleteBytesTask(store: FileStore): Task {
  return defineTask({
    name: deleteBytesOf,
    payload: z.object({ tenantId: idSchema("tenant"), keys: z.array(storageKeySchema).min(1) }),
    run: async ({ tenantId, keys }, { database }) => {
      await deleteUnnamed({ database, store }, tenantId, keys);
    },
  });
}
