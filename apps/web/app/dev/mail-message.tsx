import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getDevMessage } from "@guildhall/mail";
import { Definition, DefinitionList, PageHeader, Section, Stack, TextLink } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route } from "../server/define-route.ts";
import { useWords } from "../shell/words.ts";

export const loader = route({ area: "dev", params: z.object({ message: idSchema("message") }) }).loader(
  async ({ house, params }) => {
    const { id, subject, recipient, state, text, locale } = await getDevMessage(house.database, params.message);
    return { id, subject, recipient, state, text, locale };
  },
);

/** One mail as its reader sees it, and its plain text. */
export default function MailMessage() {
  const message = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Stack gap={5}>
      <PageHeader
        title={message.subject ?? "…"}
        above={
          <TextLink href="/dev/mail" alone>
            {t(m.dev_mail_title)}
          </TextLink>
        }
      />
      <DefinitionList>
        <Definition term={t(m.dev_to)}>{message.recipient}</Definition>
        <Definition term={t(m.dev_state)}>{message.state}</Definition>
      </DefinitionList>
      <iframe
        title={message.subject ?? "…"}
        src={`/dev/mail/${message.id}/html`}
        sandbox="allow-popups allow-top-navigation-by-user-activation"
        className="h-dvh w-full border"
      />
      <Section title={t(m.dev_plain)}>
        <pre lang={message.locale} className="overflow-x-auto whitespace-pre-wrap font-mono text-s">
          {message.text}
        </pre>
      </Section>
    </Stack>
  );
}
