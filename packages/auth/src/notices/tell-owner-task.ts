import { defaultLocale, idSchema, systemClock } from "@guildhall/core";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { queueAccountNotice } from "./queue-account-notice.ts";
import { ownerNoticeSchema, tellOwnerJob } from "./tell-owner.ts";

/** Mails the owner of an account what was changed about the ways into it. */
export function tellOwnerTask({ publicUrl }: { publicUrl: string }): Task {
  return defineTask({
    name: tellOwnerJob,
    payload: z.object({ userId: idSchema("user_account"), what: ownerNoticeSchema }),
    run: async ({ userId, what }, { database }) => {
      const account = await database.withPlatform(
        "sign-in",
        (platform) =>
          platform
            .selectFrom("user_account")
            .select(["email", "locale"])
            .where("id", "=", userId)
            .where("erased_at", "is", null)
            .executeTakeFirst(),
        { readOnly: true },
      );
      if (!account) return;
      const told = { to: account.email, locale: account.locale ?? defaultLocale, publicUrl, now: systemClock.now() };
      await database.withPlatform("send-message", (db) => queueAccountNotice(db, { kind: what, ...told }));
    },
  });
}
