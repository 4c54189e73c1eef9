import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { linkSchema } from "../addresses/line.ts";
import { button, code, heading, paragraph, small } from "./block.ts";
import { codeSchema } from "./code.ts";
import { blankCode, blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/** A link that signs its reader in, and where there is one the code that does the same on another device. */
export const signInLink = defineTemplate({
  name: "sign-in-link",
  purposes: ["transactional"],
  input: z.object({ url: linkSchema, minutes: z.int().positive(), code: codeSchema.optional() }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url), code: input.code && blankCode(input.code) }),
  subject: (_, { house, locale }) => m.mail_sign_in_subject({ house: house.name }, { locale }),
  preview: ({ minutes }, { locale }) => m.mail_sign_in_preview({ minutes }, { locale }),
  body: (input, { locale }) => [
    heading(m.mail_sign_in_heading({}, { locale })),
    paragraph(m.mail_sign_in_body({ minutes: input.minutes }, { locale })),
    button(m.mail_sign_in_button({}, { locale }), input.url),
    ...(input.code ? [paragraph(m.mail_code_intro({}, { locale })), code(input.code)] : []),
    small(m.mail_sign_in_ignore({}, { locale })),
  ],
});
