import { m } from "@guildhall/i18n/messages";
import { blankLink, button, defineTemplate, heading, paragraph, small } from "@guildhall/mail";
import { lineSchema, linkSchema } from "@guildhall/mail/schemas";
import { z } from "zod";
import { documentRoles } from "../access/document-role.ts";

/**
 * Tells somebody that a document or a space was opened to them. What it is called is not said: whoever shares could
 * otherwise send anybody anything in our name.
 */
export const guestLetter = defineTemplate({
  name: "document-guest",
  purposes: ["transactional"],
  input: z.object({
    url: linkSchema,
    inviter: lineSchema(80),
    thing: z.enum(["document", "space"]),
    role: z.enum(documentRoles),
    days: z.int().positive(),
  }),
  withoutSecrets: (input) => ({ ...input, url: blankLink(input.url) }),
  subject: ({ inviter, thing }, { house, locale }) =>
    thing === "space"
      ? m.docs_letter_subject_space({ inviter, house: house.name }, { locale })
      : m.docs_letter_subject({ inviter, house: house.name }, { locale }),
  preview: ({ role }, { locale }) => mayWords[role]({}, { locale }),
  body: ({ url, inviter, thing, role, days }, { house, locale }) => [
    heading(
      thing === "space"
        ? m.docs_letter_heading_space({ inviter }, { locale })
        : m.docs_letter_heading({ inviter }, { locale }),
    ),
    paragraph(`${m.docs_letter_body({ house: house.name }, { locale })}${mayWords[role]({}, { locale })}`),
    button(m.docs_letter_open({}, { locale }), url),
    paragraph(m.docs_letter_days({ days }, { locale })),
    small(m.docs_letter_ignore({ inviter }, { locale })),
  ],
});

const mayWords = {
  view: m.docs_letter_may_view,
  comment: m.docs_letter_may_comment,
  edit: m.docs_letter_may_edit,
  manage: m.docs_letter_may_edit,
};
