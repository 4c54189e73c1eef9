import { idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { defineTask, enqueueJob, type LiveBus, liveNotices, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { ringJob, rungNotice } from "./delivering/ring-bells.ts";
import type { LetterDesk } from "./letters/compose-letter.ts";
import { mailRound } from "./letters/mail-round.ts";
import { writeDueMail } from "./letters/write-due-mail.ts";
import { sweepNotices } from "./upkeep/sweep-notices.ts";

export const mailRoundJob = "notify.mail-round";
export const sweepNoticesJob = "notify.sweep";

/** Has mail about notices that is due written at once: after a hall's clock was moved. */
export async function wakeMailRound(ctx: Ctx): Promise<void> {
  await enqueueJob(ctx.db, mailRoundJob, {}, { maxAttempts: 3 });
}

interface Options extends LetterDesk {
  readonly bus: Pick<LiveBus, "tell">;
}

/** The jobs of notices: bells that ring, mail that is due (a cron of once a minute), and the sweep (once a day). */
export function notifyTasks({ bus, ...desk }: Options): Task[] {
  return [
    defineTask({
      name: ringJob,
      payload: z.object({
        tenantId: idSchema("tenant"),
        personIds: z.array(idSchema("person")),
        due: z.array(z.object({ personId: idSchema("person"), what: z.enum(["letter", "digest"]) })),
      }),
      run: async ({ tenantId, personIds, due }, { database, logger }) => {
        await bus.tell(liveNotices(personIds.map((id) => ({ tenant_id: tenantId, name: rungNotice, subject_id: id }))));
        // What fails here is due still, and written by the next round.
        for (const mail of due)
          await writeDueMail(database, desk, { tenantId, ...mail }).catch((error: unknown) =>
            logger.error({ err: error, tenantId, ...mail }, "mail about notices was not written"),
          );
      },
    }),
    defineTask({
      name: mailRoundJob,
      payload: z.unknown(),
      run: (_, { database, logger }) =>
        mailRound({
          database,
          desk,
          onFailure: (error, due) => logger.error({ err: error, ...due }, "mail about notices was not written"),
        }),
    }),
    defineTask({
      name: sweepNoticesJob,
      payload: z.unknown(),
      run: async (_, { database, logger }) => {
        logger.info({ swept: await sweepNotices(database) }, "old notices swept");
      },
    }),
  ];
}
