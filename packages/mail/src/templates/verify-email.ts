import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { linkSchema } from "../addresses/line.ts";
import { button, code, heading, paragraph, small } from "./block.ts";
import { codeSchema } from "./code.ts";
import { blankCode, blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/** Asks the owner of an address to say that it is theirs. */
export const verifyEmail = defineTemplate({
  name: "verify-email",
  purposes: ["transactional"],
  input: z.object({ url: linkSchema, hours: z.int().positive(), code: codeSchema.optional() }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url), code: input.code && blankCode(input.code) }),
  subject: (_, { locale }) => m.mail_verify_subject({}, { locale }),
  preview: (_, { locale }) => m.mail_verify_preview({}, { locale }),
  body: (input, { house, locale }) => [
    heading(m.mail_verify_heading({}, { locale })),
    paragraph(m.mail_verify_body({ house: house.name, hours: input.hours }, { locale })),
    button(m.mail_verify_button({}, { locale }), input.url),
    ...(input.code ? [paragraph(m.mail_code_intro({}, { locale })), code(input.code)] : []),
    small(m.mail_verify_ignore({ house: house.name }, { locale })),
  ],
});
