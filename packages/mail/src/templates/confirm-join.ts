import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { lineSchema, linkSchema } from "../addresses/line.ts";
import { button, heading, paragraph, small } from "./block.ts";
import { blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/** Asks somebody who came by an invitation link to show that this mailbox is theirs, and lets them go on from here. */
export const confirmJoin = defineTemplate({
  name: "confirm-join",
  purposes: ["transactional"],
  input: z.object({
    url: linkSchema,
    /** In the reader's language. */
    role: lineSchema(60),
    hours: z.int().positive(),
  }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url) }),
  subject: (_, { house, locale }) => m.staff_mail_confirm_subject({ house: house.name }, { locale }),
  preview: (_, { locale }) => m.staff_mail_confirm_preview({}, { locale }),
  body: ({ url, role, hours }, { house, locale }) => [
    heading(m.staff_mail_confirm_heading({}, { locale })),
    paragraph(m.staff_mail_confirm_body({ house: house.name, role, hours }, { locale })),
    button(m.staff_mail_confirm_button({}, { locale }), url),
    small(m.staff_mail_confirm_ignore({}, { locale })),
  ],
});
