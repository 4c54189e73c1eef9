import { defaultLocale, idSchema, type Locale, systemClock } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { defineTask, type Task } from "@guildhall/jobs";
import { notice, queuePlatformMessage } from "@guildhall/mail";
import { z } from "zod";
import { type OwnerNotice, ownerNoticeSchema, tellOwnerJob } from "./tell-owner.ts";

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
      const locale = account.locale ?? defaultLocale;
      await database.withPlatform("send-message", async (db) => {
        await queuePlatformMessage(
          { db, clock: systemClock },
          {
            template: notice,
            purpose: "transactional",
            input: {
              title: titles[what]({}, { locale }),
              paragraphs: [texts[what]({}, { locale }), m.account_mail_not_you({}, { locale })],
              action: { label: m.account_mail_look({}, { locale }), url: new URL("/account/security", publicUrl).href },
            },
            recipient: account.email,
            locale,
          },
        );
      });
    },
  });
}

type Words = (inputs: Record<never, never>, options: { locale: Locale }) => string;

const titles: Record<OwnerNotice, Words> = {
  "app-added": m.account_mail_app_added_title,
  "app-removed": m.account_mail_app_removed_title,
  "codes-renewed": m.account_mail_codes_renewed_title,
  "code-used": m.account_mail_code_used_title,
  "codes-guessed": m.account_mail_codes_guessed_title,
  "passkey-added": m.account_mail_passkey_added_title,
  "passkey-removed": m.account_mail_passkey_removed_title,
};

const texts: Record<OwnerNotice, Words> = {
  "app-added": m.account_mail_app_added_text,
  "app-removed": m.account_mail_app_removed_text,
  "codes-renewed": m.account_mail_codes_renewed_text,
  "code-used": m.account_mail_code_used_text,
  "codes-guessed": m.account_mail_codes_guessed_text,
  "passkey-added": m.account_mail_passkey_added_text,
  "passkey-removed": m.account_mail_passkey_removed_text,
};
