import type { Conversation } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { EmptyState, PageHeader, Section, Stack } from "@guildhall/ui";
import type { ReactNode } from "react";
import { useWords } from "../../shell/words.ts";
import { findPeopleAt } from "./find-people.ts";
import { SayForm } from "./say-form.tsx";
import { TalkProvider } from "./talk-place.ts";
import { ThreadCard } from "./thread-card.tsx";
import { useRestore } from "./use-restore.ts";

interface CommentsPageProps {
  readonly title: string;
  readonly above: ReactNode;
  readonly conversation: Conversation;
  readonly address: string;
  readonly people: string;
  readonly zone: string;
  readonly guestName: string | null;
  readonly personHref: (personId: string) => string | undefined;
  readonly onDone: () => void;
}

/** All that is said about a document, on a page of its own: whole without script. */
export function CommentsPage({ title, above, conversation, people, ...place }: CommentsPageProps) {
  const { t } = useWords();
  const { threads, asGuest } = conversation;
  const onRemoved = useRestore(place.address, place.onDone);
  const open = threads.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null);
  return (
    <TalkProvider
      value={{ ...place, asGuest, mayReact: !asGuest, beside: false, mentions: findPeopleAt(people), onRemoved }}
    >
      <div className="mx-auto w-full max-w-read">
        <Stack gap={6}>
          <PageHeader above={above} title={t(m.comments_title)} description={title} />
          {open.length === 0 && (
            <EmptyState kind="none-yet" title={t(m.comments_none_title)} text={t(m.comments_none_text)} />
          )}
          {open.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} />
          ))}
          <Section title={t(m.comments_begin_whole)}>
            <SayForm act="begin" label={t(m.comments_field)} send={t(m.comments_send)} />
          </Section>
          {resolved.length > 0 && (
            <Section title={t(m.comments_resolved, { count: resolved.length })}>
              <Stack gap={4}>
                {resolved.map((thread) => (
                  <ThreadCard key={thread.id} thread={thread} />
                ))}
              </Stack>
            </Section>
          )}
        </Stack>
      </div>
    </TalkProvider>
  );
}
