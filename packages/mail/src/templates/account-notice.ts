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
} as const satisfies Record<AccountNoticeKind, unknown>;

/** Tells the owner of an account what became of its keys, and what to do if it was not them. */
export const accountNotice = defineTemplate({
  name: "account-notice",
  purposes: ["transactional"],
  input: z.object({
    kind: accountNoticeKindSchema,
    /** The address or number that it is about. */
    about: lineSchema(254).optional(),
    /** Where to go on: to sign in, or to set a new password. */
    url: linkSchema,
  }),
  subject: ({ kind }, { locale }) => says[kind][0]({}, { locale }),
  preview: ({ kind, about = "" }, { locale }) => says[kind][1]({ about }, { locale }).slice(0, 140),
  body: ({ kind, about = "", url }, { locale }) => [
    heading(says[kind][0]({}, { locale })),
    paragraph(says[kind][1]({ about }, { locale })),
    ...(kind === "address-has-account"
      ? [button(m.mail_account_sign_in({}, { locale }), url)]
      : [paragraph(m.mail_account_not_you({}, { locale })), button(m.mail_account_reset({}, { locale }), url)]),
  ],
});
