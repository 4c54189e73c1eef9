import { authTasks, type Sessions, tellClosedTask, tellOwnerTask } from "@guildhall/auth";
import type { Config } from "@guildhall/config";
import {
  docsCrons,
  docsHandlers,
  docsNotices,
  docsTasks,
  docsTimeline,
  docsTrace,
  documentRoom,
  guestLetter,
} from "@guildhall/docs";
import { type FileStore, fileTasks } from "@guildhall/files";
import {
  type CallbackSource,
  type Cron,
  callbackTask,
  defineTask,
  type Handler,
  type LiveBus,
  type Task,
} from "@guildhall/jobs";
import { type AnyTemplate, bounceSource, mailTasks } from "@guildhall/mail";
import {
  hallNoticeHandlers,
  hallNotices,
  mailRoundJob,
  noticeLetter,
  noticeTrace,
  noticeUpkeep,
  notifyTasks,
  openNoticeRegister,
  sweepNoticesJob,
} from "@guildhall/notify";
import {
  eraseClosedAccounts,
  importTrace,
  type MergeStep,
  openTimelineRegister,
  type PersonTrace,
  peopleCrons,
  peopleTasks,
  peopleTimeline,
  sendClaimCode,
  timelineHandlers,
  timelineTasks,
  timelineTrace,
} from "@guildhall/people";
import { openRoomKinds, syncCrons, syncTasks } from "@guildhall/sync";
import { tenancyHandlers, tenancyTasks } from "@guildhall/tenancy";
import {
  openLiveBlockRegister,
  openSubjectRegister,
  peopleLiveBlocks,
  peopleSubjects,
  workCrons,
  workTasks,
  workTimeline,
  workTrace,
} from "@guildhall/work";
import { z } from "zod";

/** What the jobs of the suite work with. */
export interface SuiteParts {
  readonly config: Pick<Config, "SMTP_URL" | "SMS_URL" | "MAIL_FROM" | "SMS_PER_HOUR">;
  readonly sessions: Sessions;
  readonly files: FileStore;
  readonly secret: string;
  /** Links in mail lead there. */
  readonly publicUrl: string;
  /** Where open pages hear that a bell rang. */
  readonly bus: Pick<LiveBus, "tell">;
}

/** Every kind of notice, of every domain. */
export const suiteNotices = openNoticeRegister([...hallNotices, ...docsNotices]);

/** Every kind of record that staff can write about, of every domain. */
export const suiteSubjects = openSubjectRegister(peopleSubjects);

/** Every kind of live block that documents show, of every domain. */
export const suiteLiveBlocks = openLiveBlockRegister(peopleLiveBlocks);

/** The place on the timeline of every fact that concerns somebody, of every domain. */
export const suiteTimeline = openTimelineRegister([...peopleTimeline, ...workTimeline(suiteSubjects), ...docsTimeline]);
/** What every package keeps about people beside their record: taken along in an export, forgotten with them. */
export const suiteTraces: readonly PersonTrace[] = [noticeTrace, timelineTrace, workTrace, importTrace, docsTrace];

/** What every domain settles when two records become one, and gives back when they part. */
export const suiteMergeSteps: readonly MergeStep[] = [];

/** What the domains write mail with, beside the house's own templates. */
const suiteTemplates: readonly AnyTemplate[] = [noticeLetter, guestLetter];

/** Every kind of room that people edit together, of every domain. */
export const suiteRooms = openRoomKinds([documentRoom]);

/** What the product does when something has happened. */
export const suiteHandlers: readonly Handler[] = [
  ...tenancyHandlers,
  ...timelineHandlers(suiteTimeline),
  ...hallNoticeHandlers,
  ...docsHandlers,
  ...noticeUpkeep(suiteNotices),
];

/** The systems that call back, and what is done about it. */
const callbackSources: readonly CallbackSource[] = [bounceSource];

/** The jobs that a process of the product can run. */
export function suiteTasks({ config, sessions, files, secret, publicUrl, bus }: SuiteParts): readonly Task[] {
  return [
    ...mailTasks({
      smtpUrl: config.SMTP_URL,
      smsUrl: config.SMS_URL,
      from: config.MAIL_FROM,
      publicUrl,
      secret,
      templates: suiteTemplates,
    }),
    ...notifyTasks({ register: suiteNotices, publicUrl, secret, bus }),
    ...fileTasks(files),
    ...tenancyTasks(files),
    ...peopleTasks({ publicUrl, files }),
    ...timelineTasks({ register: suiteTimeline, bus }),
    ...workTasks,
    ...docsTasks,
    ...syncTasks(suiteRooms),
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
  ...workCrons,
  ...syncCrons,
  ...docsCrons,
  { task: "people.erase-closed-accounts", pattern: "7 * * * *" },
  { task: "files.sweep-orphans", pattern: "47 3 * * *" },
  { task: mailRoundJob, pattern: "* * * * *" },
  { task: sweepNoticesJob, pattern: "23 4 * * *" },
];
