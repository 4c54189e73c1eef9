import { m } from "@guildhall/i18n/messages";
import { z } from "zod";
import { lineSchema, linkSchema } from "../addresses/line.ts";
import { button, heading, paragraph, small } from "./block.ts";
import { blankLink } from "./secrets.ts";
import { defineTemplate } from "./template.ts";

/**
 * Invites somebody to the house. There is no room for words of the inviter's own: whoever opens a workspace could
 * otherwise send anybody anything in our name.
 */
export const invitation = defineTemplate({
  name: "invitation",
  purposes: ["transactional"],
  input: z.object({
    url: linkSchema,
    inviter: lineSchema(80),
    /** In the reader's language. */
    role: lineSchema(60),
    days: z.int().positive(),
  }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url) }),
  subject: ({ inviter }, { house, locale }) => m.mail_invitation_subject({ inviter, house: house.name }, { locale }),
  preview: ({ role }, { locale }) => m.mail_invitation_preview({ role }, { locale }),
  body: ({ url, inviter, role, days }, { house, locale }) => [
    heading(m.mail_invitation_heading({}, { locale })),
    paragraph(m.mail_invitation_body({ inviter, house: house.name, role }, { locale })),
    button(m.mail_invitation_button({}, { locale }), url),
    paragraph(m.mail_invitation_days({ days }, { locale })),
    small(m.mail_invitation_ignore({ inviter }, { locale })),
  ],
});
