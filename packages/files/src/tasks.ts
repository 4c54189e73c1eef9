import type { Task } from "@guildhall/jobs";
import { makeRenditionsTask } from "./pictures/make-renditions.ts";
import type { FileStore } from "./store/file-store.ts";
import { deleteBytesTask } from "./sweeping/delete-bytes.ts";
import { sweepOrphansTask } from "./sweeping/sweep-orphans.ts";

/** The jobs of files: renditions, bytes of what was deleted, and the sweep, which wants a cron of once a day. */
export function fileTasks(store: FileStore): Task[] {
  return [makeRenditionsTask(store), deleteBytesTask(store), sweepOrphansTask(store)];
}
