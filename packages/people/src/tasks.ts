import type { FileStore } from "@guildhall/files";
import type { Cron, Task } from "@guildhall/jobs";
import { bulkEditTask } from "./bulk/run-bulk-edit.ts";
import { previewImportTask } from "./imports/engine/jobs/preview-job.ts";
import { runImportTask } from "./imports/engine/jobs/run-job.ts";
import { undoImportTask } from "./imports/engine/jobs/undo-job.ts";
import { sweepImportsJob, sweepImportsTask } from "./imports/engine/sweep/sweep-imports.ts";
import { sendSignUpMailTask } from "./sign-ups/send-sign-up-mail.ts";
import { sweepSignUpsJob, sweepSignUpsTask } from "./sign-ups/sweep-sign-ups.ts";

/** The jobs of people; links in their mail lead to `publicUrl`. */
export function peopleTasks({ publicUrl, files }: { publicUrl: string; files: Pick<FileStore, "get"> }): Task[] {
  return [
    sendSignUpMailTask(publicUrl),
    sweepSignUpsTask,
    bulkEditTask,
    previewImportTask(files),
    runImportTask(files),
    undoImportTask,
    sweepImportsTask,
  ];
}

export const peopleCrons: readonly Cron[] = [
  { task: sweepSignUpsJob, pattern: "23 * * * *" },
  { task: sweepImportsJob, pattern: "53 4 * * *" },
];
