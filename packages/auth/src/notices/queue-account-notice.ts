import { clockAt, type Locale } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import { type AccountNoticeKind, accountNotice, queuePlatformMessage } from "@guildhall/mail";
import type { Kysely } from "kysely";

/** Where its reader goes on; of the other kinds, to all their keys. */
const wayOn: Readonly<Partial<Record<AccountNoticeKind, string>>> = {
  "address-has-account": "login",
  "password-changed": "reset",
  "address-changed": "reset",
  "address-change-refused": "reset",
  "phone-added": "reset",
  "phone-removed": "reset",
  "phone-moved": "reset",
};

interface Told {
  readonly kind: AccountNoticeKind;
  readonly to: string;
  readonly locale: Locale;
  readonly publicUrl: string;
  readonly now: Date;
  /** The address or number that it is about. */
  readonly about?: string;
}

/** Tells the owner of an account what became of its keys, so that a theft does not go unseen. */
export async function queueAccountNotice(
  platform: Kysely<DB>,
  { kind, to, locale, publicUrl, now, about }: Told,
): Promise<void> {
  await queuePlatformMessage(
    { db: platform, clock: clockAt(now) },
    {
      template: accountNotice,
      purpose: "transactional",
      input: { kind, about, url: `${publicUrl}/${wayOn[kind] ?? "account/security"}` },
      recipient: to,
      locale,
    },
  );
}
