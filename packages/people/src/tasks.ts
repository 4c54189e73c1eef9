import type { Cron, Task } from "@guildhall/jobs";
import { bulkEditTask } from "./bulk/run-bulk-edit.ts";
import { sendSignUpMailTask } from "./sign-ups/send-sign-up-mail.ts";
import { sweepSignUpsJob, sweepSignUpsTask } from "./sign-ups/sweep-sign-ups.ts";

/** The jobs of people; links in their mail lead to `publicUrl`. */
export function peopleTasks({ publicUrl }: { publicUrl: string }): Task[] {
  return [sendSignUpMailTask(publicUrl), sweepSignUpsTask, bulkEditTask];
}

export const peopleCrons: readonly Cron[] = [{ task: sweepSignUpsJob, pattern: "23 * * * *" }];
