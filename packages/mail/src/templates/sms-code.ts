import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { codeSchema } from "./code.ts";
import { blankCode } from "./secrets.ts";
import { defineSmsTemplate } from "./template.ts";

/** A code that proves a phone number; one SMS long in Chinese too, for names of up to thirty characters. */
export const smsCode = defineSmsTemplate({
  name: "sms-code",
  purposes: ["transactional"],
  input: z.object({ code: codeSchema, minutes: z.int().positive() }),
  withoutSecrets: (input) => ({ ...input, code: blankCode(input.code) }),
  text: ({ code, minutes }, { house, locale }) => m.mail_sms_code({ house: house.name, code, minutes }, { locale }),
});
