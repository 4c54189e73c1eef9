import type { Locale } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { lineSchema, linkSchema } from "../addresses/line.ts";
import { button, heading, paragraph } from "./block.ts";
import { defineTemplate } from "./template.ts";

const kinds = [
  "password-changed",
  "address-changed",
  "address-change-refused",
  "address-has-account",
  "phone-added",
  "phone-removed",
  "phone-moved",
  "app-added",
  "app-removed",
  "codes-renewed",
  "code-used",
  "codes-guessed",
  "passkey-added",
  "passkey-removed",
] as const;
const accountNoticeKindSchema = z.enum(kinds);
export type AccountNoticeKind = z.infer<typeof accountNoticeKindSchema>;

const says = {
  "password-changed": [m.mail_account_password_changed, m.mail_account_password_changed_body],
  "address-changed": [m.mail_account_address_changed, m.mail_account_address_changed_body],
  "address-change-refused": [m.mail_account_address_refused, m.mail_account_address_refused_body],
  "address-has-account": [m.mail_account_address_known, m.mail_account_address_known_body],
  "phone-added": [m.mail_account_phone_added, m.mail_account_phone_added_body],
  "phone-removed": [m.mail_account_phone_removed, m.mail_account_phone_removed_body],
  "phone-moved": [m.mail_account_phone_moved, m.mail_account_phone_moved_body],
  "app-added": [m.account_mail_app_added_title, m.account_mail_app_added_text],
  "app-removed": [m.account_mail_app_removed_title, m.account_mail_app_removed_text],
  "codes-renewed": [m.account_mail_codes_renewed_title, m.account_mail_codes_renewed_text],
  "code-used": [m.account_mail_code_used_title, m.account_mail_code_used_text],
  "codes-guessed": [m.account_mail_codes_guessed_title, m.account_mail_codes_guessed_text],
  "passkey-added": [m.account_mail_passkey_added_title, m.account_mail_passkey_added_text],
  "passkey-removed": [m.account_mail_passkey_removed_title, m.account_mail_passkey_removed_text],
} as const satisfies Record<AccountNoticeKind, unknown>;

/** Tells the owner of an account what became of its keys, and what to do if it was not them. */
export const accountNotice = defineTemplate({
  name: "account-notice",
  purposes: ["transactional"],
  input: z.object({
    kind: accountNoticeKindSchema,
    /** The address or number that it is about. */
    about: lineSchema(254).optional(),
    /** Where to go on: to sign in, to set a new password, or to look at all keys. */
    url: linkSchema,
  }),
  subject: ({ kind }, { locale }) => says[kind][0]({}, { locale }),
  preview: ({ kind, about = "" }, { locale }) => says[kind][1]({ about }, { locale }).slice(0, 140),
  body: ({ kind, about = "", url }, { locale }) => [
    heading(says[kind][0]({}, { locale })),
    paragraph(says[kind][1]({ about }, { locale })),
    ...wayOn(kind, url, { locale }),
  ],
});

/** What to do about it: a password that is new shuts out whoever knew the old one; of other keys, one looks at them all. */
function wayOn(kind: AccountNoticeKind, url: string, words: { readonly locale: Locale }) {
  if (kind === "address-has-account") return [button(m.mail_account_sign_in({}, words), url)];
  if (/^(?:app|code|codes|passkey)-/.test(kind))
    return [paragraph(m.account_mail_not_you({}, words)), button(m.account_mail_look({}, words), url)];
  return [paragraph(m.mail_account_not_you({}, words)), button(m.mail_account_reset({}, words), url)];
}
