import { idSchema, localeSchema, systemClock } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { sendSignInCode } from "./codes/send-sign-in-code.ts";
import { sendEmailChangeLinksJob } from "./email-changes/email-change.ts";
import { sendEmailChangeLinks } from "./email-changes/send-email-change-links.ts";
import { sweepAttempts } from "./limits/count-attempt.ts";
import { sendSignInCodeJob, sendSignInLinkJob } from "./links/jobs.ts";
import { sendSignInLink } from "./links/send-sign-in-link.ts";
import { sendResetLinkJob } from "./resets/reset.ts";
import { sendResetLink } from "./resets/send-reset-link.ts";
import type { Sessions } from "./sessions/sessions.ts";
import { sweepCredentials } from "./tokens/sweep-credentials.ts";
import { emailSchema } from "./users/user.ts";

interface AuthTaskParts {
  readonly sessions: Sessions;
  /** Links in mail lead there. */
  readonly publicUrl: string;
  /** How many SMS may leave in an hour, all together. */
  readonly smsPerHour: number;
}

/** The jobs behind the doors: whatever depends on whether somebody has an account happens here, unseen by who asks. */
export function authTasks({ sessions, publicUrl, smsPerHour }: AuthTaskParts): Task[] {
  const postRoom = (database: Database) => ({ database, publicUrl, smsPerHour, clock: systemClock });
  const askedCode = z.object({ codeId: idSchema("credential_code"), locale: localeSchema });
  return [
    defineTask({
      name: sendSignInLinkJob,
      payload: askedCode,
      run: (asked, { database }) => sendSignInLink(postRoom(database), asked),
    }),
    defineTask({
      name: sendSignInCodeJob,
      payload: askedCode,
      run: async (asked, { database, logger }) => {
        const within = await sendSignInCode(postRoom(database), asked);
        if (!within) logger.warn({ smsPerHour }, "no more SMS leave in this hour: SMS_PER_HOUR is reached");
      },
    }),
    defineTask({
      name: sendResetLinkJob,
      payload: z.object({ email: emailSchema, locale: localeSchema }),
      run: (asked, { database }) => sendResetLink(postRoom(database), asked),
    }),
    defineTask({
      name: sendEmailChangeLinksJob,
      payload: z.object({ changeId: idSchema("email_change"), locale: localeSchema }),
      run: (asked, { database }) => sendEmailChangeLinks(postRoom(database), asked),
    }),
    defineTask({
      name: "auth.sweep",
      payload: z.unknown(),
      run: async (_, { database }) => {
        const now = new Date();
        await sessions.sweep();
        await sweepAttempts(database, now);
        await sweepCredentials(database, now);
      },
    }),
  ];
}
