import { systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";

export const sweepSignUpsJob = "people.sweep-sign-ups";

/** Forgets what companies typed who never answered the mail, and what was answered a day ago. */
export async function sweepSignUps(database: Database): Promise<void> {
  await database.withPlatform("sign-up", (platform) =>
    platform.deleteFrom("sign_up").where("expires_at", "<", systemClock.now()).execute(),
  );
}

export const sweepSignUpsTask: Task = defineTask({
  name: sweepSignUpsJob,
  payload: z.unknown(),
  run: (_, { database }) => sweepSignUps(database),
});
