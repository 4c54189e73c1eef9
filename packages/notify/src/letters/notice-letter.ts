import { m } from "@guildhall/i18n/messages";
import { blankLink, button, defineTemplate, heading, link, list, paragraph, small } from "@guildhall/mail";
import { lineSchema, linkSchema } from "@guildhall/mail/schemas";
import { z } from "zod";

const section = z.object({ label: lineSchema(200).nullable(), items: z.array(lineSchema(400)).min(1).max(100) });

/** One notice, several of one topic, or a digest of what is unread: already in words. */
export const noticeLetter = defineTemplate({
  name: "notice-letter",
  purposes: ["notice"],
  input: z.object({
    title: lineSchema(400),
    text: lineSchema(400).nullable(),
    sections: z.array(section).max(20),
    /** How many more there are than the mail shows. */
    more: z.int().min(0),
    open: z.object({ label: lineSchema(60), url: linkSchema }),
    choicesUrl: linkSchema,
    stopUrl: linkSchema,
  }),
  withoutSecrets: (input) => ({ ...input, choicesUrl: blankLink(input.choicesUrl), stopUrl: blankLink(input.stopUrl) }),
  wayOut: ({ stopUrl }) => stopUrl,
  subject: ({ title }) => title,
  preview: ({ text, sections }) => (text ?? sections[0]?.items[0] ?? "").slice(0, 140),
  body: ({ title, text, sections, more, open, choicesUrl }, { locale }) => [
    heading(title),
    ...(text === null ? [] : [paragraph(text)]),
    ...sections.flatMap(({ label, items }) => [...(label === null ? [] : [small(label)]), list(items)]),
    ...(more > 0 ? [paragraph(m.notices_letter_more({ count: more }, { locale }))] : []),
    button(open.label, open.url),
    link(m.notices_letter_choices({}, { locale }), choicesUrl),
  ],
});
