import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { linkSchema } from "../addresses/line.ts";
import { button, heading, paragraph, small } from "./block.ts";
import { blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/** A link to the page where a new password is set. */
export const resetPassword = defineTemplate({
  name: "reset-password",
  purposes: ["transactional"],
  input: z.object({ url: linkSchema, minutes: z.int().positive() }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url) }),
  subject: (_, { house, locale }) => m.mail_reset_subject({ house: house.name }, { locale }),
  preview: ({ minutes }, { locale }) => m.mail_reset_preview({ minutes }, { locale }),
  body: ({ url, minutes }, { locale }) => [
    heading(m.mail_reset_heading({}, { locale })),
    paragraph(m.mail_reset_body({ minutes }, { locale })),
    button(m.mail_reset_button({}, { locale }), url),
    small(m.mail_reset_ignore({}, { locale })),
  ],
});
