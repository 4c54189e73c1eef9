import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { lineSchema, linkSchema } from "../addresses/line.ts";
import { button, heading, paragraph, small } from "./block.ts";
import { blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/** The link that opens a hall for whoever signed a company up; and, who has an account already, what to do with it. */
export const signUpMail = defineTemplate({
  name: "sign-up",
  purposes: ["transactional"],
  input: z.object({
    url: linkSchema,
    /** Where the hall will stand, without its protocol: made of small letters and digits. */
    hall: lineSchema(300),
    hours: z.int().positive(),
    hasAccount: z.boolean(),
  }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url) }),
  subject: (_, { locale }) => m.signup_mail_subject({}, { locale }),
  preview: ({ hours }, { locale }) => m.signup_mail_preview({ hours }, { locale }),
  body: ({ url, hall, hours, hasAccount }, { locale }) => [
    heading(m.signup_mail_heading({}, { locale })),
    paragraph(m.signup_mail_body({ hall, hours }, { locale })),
    ...(hasAccount ? [paragraph(m.signup_mail_has_account({}, { locale }))] : []),
    button(m.signup_mail_button({}, { locale }), url),
    small(m.signup_mail_ignore({}, { locale })),
  ],
});
