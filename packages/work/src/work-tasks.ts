import { type Cron, defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { sweepRemoved } from "./upkeep/sweep-removed.ts";

const sweepJob = "work.sweep";

/** The jobs of notes and tasks: the sweep of what was removed long ago. */
export const workTasks: readonly Task[] = [
  defineTask({
    name: sweepJob,
    payload: z.unknown(),
    run: async (_, { database, logger }) => {
      logger.info({ swept: await sweepRemoved(database) }, "removed notes and tasks swept");
    },
  }),
];

export const workCrons: readonly Cron[] = [{ task: sweepJob, pattern: "37 4 * * *" }];
