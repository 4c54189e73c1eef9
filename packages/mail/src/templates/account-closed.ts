import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { lineSchema, linkSchema } from "../addresses/line.ts";
import { button, heading, paragraph, small } from "./block.ts";
import { blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/** Tells somebody that their account is closed, and gives them the way back. `date` is written out, in their language. */
export const accountClosed = defineTemplate({
  name: "account-closed",
  purposes: ["transactional"],
  input: z.object({ url: linkSchema, date: lineSchema(60) }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url) }),
  subject: (_, { house, locale }) => m.account_mail_closed_subject({ house: house.name }, { locale }),
  preview: ({ date }, { locale }) => m.account_mail_closed_preview({ date }, { locale }),
  body: ({ url, date }, { locale }) => [
    heading(m.account_mail_closed_heading({}, { locale })),
    paragraph(m.account_mail_closed_body({ date }, { locale })),
    button(m.account_mail_closed_button({}, { locale }), url),
    small(m.account_mail_closed_not_you({}, { locale })),
  ],
});
