import { sweepAttempts } from "@guildhall/auth";
import { fileTasks } from "@guildhall/files";
import { type Cron, defineTask, type Handler, type Task } from "@guildhall/jobs";
import { z } from "zod";
import type { House } from "./house.ts";

/** What the product does when something has happened. */
export const handlers: readonly Handler[] = [];

/** The jobs that this process can run. */
export function tasksOf(house: House): readonly Task[] {
  return [
    ...fileTasks(house.files),
    defineTask({
      name: "auth.sweep",
      payload: z.unknown(),
      run: async (_, { database }) => {
        await house.sessions.sweep();
        await sweepAttempts(database, new Date());
      },
    }),
  ];
}

export const crons: readonly Cron[] = [
  { task: "auth.sweep", pattern: "17 * * * *" },
  { task: "files.sweep-orphans", pattern: "47 3 * * *" },
];
