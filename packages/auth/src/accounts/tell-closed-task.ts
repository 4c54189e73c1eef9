import { defaultLocale, idSchema, systemClock } from "@guildhall/core";
import { formatDate } from "@guildhall/i18n";
import { defineTask, type Task } from "@guildhall/jobs";
import { accountClosed, queuePlatformMessage } from "@guildhall/mail";
import { z } from "zod";
import { issueToken } from "../tokens/credential-token.ts";
import { graceDays, tellClosedJob } from "./close-account.ts";
import { reopenToken } from "./reopen-account.ts";

/** Mails the way back to somebody who closed their account. */
export function tellClosedTask({ publicUrl }: { publicUrl: string }): Task {
  return defineTask({
    name: tellClosedJob,
    payload: z.object({ userId: idSchema("user_account") }),
    run: async ({ userId }, { database }) => {
      const now = systemClock.now();
      const letter = await database.withPlatform("sign-in", async (platform) => {
        const account = await platform
          .selectFrom("user_account")
          .select(["email", "locale", "time_zone", "closed_at"])
          .where("id", "=", userId)
          .where("erased_at", "is", null)
          .executeTakeFirst();
        if (!account?.closed_at) return null;
        return { ...account, token: await issueToken(platform, reopenToken, { userId, payload: {}, now }) };
      });
      if (!letter?.closed_at) return;
      const { email, locale: chosen, time_zone, closed_at, token } = letter;
      const locale = chosen ?? defaultLocale;
      const until = new Date(closed_at.getTime() + graceDays * 86_400_000);
      const date = formatDate(until, { locale, timeZone: time_zone ?? "UTC" });
      await database.withPlatform("send-message", async (db) => {
        await queuePlatformMessage(
          { db, clock: systemClock },
          {
            template: accountClosed,
            purpose: "transactional",
            input: { date, url: new URL(`/login/back/${token}`, publicUrl).href },
            recipient: email,
            locale,
          },
        );
      });
    },
  });
}
