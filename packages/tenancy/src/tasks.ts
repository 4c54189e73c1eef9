import type { FileStore } from "@guildhall/files";
import type { Handler, Task } from "@guildhall/jobs";
import { undoTask } from "./change-sets/request-undo.ts";
import { closeWhenDue } from "./closing/close-when-due.ts";
import { removeTenantTask } from "./closing/remove-tenant.ts";
import { takeTrialBack } from "./entitlements/trial.ts";
import { dropExportTask } from "./exports/drop-export.ts";
import { packExportTask } from "./exports/pack-export.ts";

/** What a hall does when something has happened to it. */
export const tenancyHandlers: readonly Handler[] = [takeTrialBack, closeWhenDue];

/** The jobs of halls: packing and sweeping what they take along, and removing those that are closed. */
export function tenancyTasks(store: FileStore): Task[] {
  return [packExportTask(store), dropExportTask(store), removeTenantTask(store), undoTask];
}
