import type { PageOf } from "@guildhall/core";
import type { Message } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import {
  Chip,
  EmptyState,
  PageHeader,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
} from "@guildhall/ui";
import { CursorPager } from "../shell/cursor-pager.tsx";
import { useWords } from "../shell/words.ts";

interface Listed {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly text: string | null;
  readonly state: string;
  readonly createdAt: Date;
}

interface MessageListProps {
  readonly title: Message<Record<never, never>>;
  readonly text: Message<Record<never, never>>;
  readonly messages: PageOf<Listed>;
  /** Where one is opened; left out where the row says it all. */
  readonly opens?: string;
}

/** What went out, newest first. */
export function MessageList({ title, text, messages, opens }: MessageListProps) {
  const { t, locale } = useWords();
  return (
    <Stack gap={4}>
      <PageHeader title={t(title)} description={t(text)} />
      {messages.rows.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.dev_none_title)} text={t(m.dev_none_text)} />
      ) : (
        <Table label={t(title)}>
          <TableHead>
            <TableColumn>{t(m.dev_subject)}</TableColumn>
            <TableColumn>{t(m.dev_to)}</TableColumn>
            <TableColumn>{t(m.dev_state)}</TableColumn>
            <TableColumn align="end">{t(m.dev_when)}</TableColumn>
          </TableHead>
          <TableBody>
            {messages.rows.map((message) => (
              <TableRow key={message.id}>
                <TableLead href={opens && `${opens}/${message.id}`}>{message.subject ?? message.text ?? "…"}</TableLead>
                <TableCell quiet>{message.recipient}</TableCell>
                <TableCell>
                  <Chip tone={message.state === "sent" ? "jade" : message.state === "queued" ? "neutral" : "ochre"}>
                    {message.state}
                  </Chip>
                </TableCell>
                <TableCell quiet align="end">
                  <Time value={message.createdAt} locale={locale} zone="UTC" show="moment" />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <CursorPager page={messages} />
    </Stack>
  );
}
