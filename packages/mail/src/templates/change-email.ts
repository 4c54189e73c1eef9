import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { emailAddressSchema } from "../addresses/address.ts";
import { linkSchema } from "../addresses/line.ts";
import { button, heading, paragraph, small } from "./block.ts";
import { blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/** Asks one of two addresses whether an account may move from the old to the new. */
export const changeEmail = defineTemplate({
  name: "change-email",
  purposes: ["transactional"],
  input: z.object({
    url: linkSchema,
    side: z.enum(["old", "new"]),
    newEmail: emailAddressSchema,
    hours: z.int().positive(),
  }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url) }),
  subject: ({ side }, { locale }) =>
    side === "old" ? m.mail_change_old_subject({}, { locale }) : m.mail_change_new_subject({}, { locale }),
  preview: ({ newEmail }, { locale }) => m.mail_change_preview({ email: newEmail }, { locale }),
  body: ({ url, side, newEmail, hours }, { locale }) => [
    heading(side === "old" ? m.mail_change_old_heading({}, { locale }) : m.mail_change_new_heading({}, { locale })),
    paragraph(
      side === "old"
        ? m.mail_change_old_body({ email: newEmail, hours }, { locale })
        : m.mail_change_new_body({ email: newEmail, hours }, { locale }),
    ),
    button(m.mail_change_button({}, { locale }), url),
    small(side === "old" ? m.mail_change_old_ignore({}, { locale }) : m.mail_change_new_ignore({}, { locale })),
  ],
});
