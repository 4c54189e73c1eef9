import { authTasks, type Sessions, tellClosedTask, tellOwnerTask } from "@guildhall/auth";
import type { Config } from "@guildhall/config";
import { type FileStore, fileTasks } from "@guildhall/files";
import { type CallbackSource, type Cron, callbackTask, defineTask, type Handler, type Task } from "@guildhall/jobs";
import { bounceSource, mailTasks } from "@guildhall/mail";
import { eraseClosedAccounts, peopleCrons, peopleTasks, sendClaimCode } from "@guildhall/people";
import { tenancyHandlers, tenancyTasks } from "@guildhall/tenancy";
import { z } from "zod";

/** What the jobs of the suite work with. */
export interface SuiteParts {
  readonly config: Pick<Config, "SMTP_URL" | "SMS_URL" | "MAIL_FROM" | "SMS_PER_HOUR">;
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly secret: string;
  /** Links in mail lead there. */
  readonly publicUrl: string;
}

/** What the product does when something has happened. */
export const suiteHandlers: readonly Handler[] = [...tenancyHandlers];

/** The systems that call back, and what is done about it. */
const callbackSources: readonly CallbackSource[] = [bounceSource];

/** The jobs that a process of the product can run. */
export function suiteTasks({ config, sessions, files, secret, publicUrl }: SuiteParts): readonly Task[] {
  return [
    ...mailTasks({ smtpUrl: config.SMTP_URL, smsUrl: config.SMS_URL, from: config.MAIL_FROM, publicUrl, secret }),
    ...fileTasks(files),
    ...tenancyTasks(files),
    ...peopleTasks({ publicUrl }),
    callbackTask(callbackSources),
    sendClaimCode,
    tellOwnerTask({ publicUrl }),
    tellClosedTask({ publicUrl }),
    defineTask({
      name: "people.erase-closed-accounts",
      payload: z.unknown(),
      run: async (_, { database }) => {
        await eraseClosedAccounts(database, new Date());
      },
    }),
    ...authTasks({ sessions, publicUrl, smsPerHour: config.SMS_PER_HOUR }),
  ];
}

export const suiteCrons: readonly Cron[] = [
  { task: "auth.sweep", pattern: "17 * * * *" },
  ...peopleCrons,
  { task: "people.erase-closed-accounts", pattern: "7 * * * *" },
  { task: "files.sweep-orphans", pattern: "47 3 * * *" },
];
