import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, EmptyState, PageHeader, Segments, Stack, TabLinks } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { CursorPager } from "../shell/cursor-pager.tsx";
import { useWords } from "../shell/words.ts";
import { NoticeItems, type NoticeShown } from "./notice-items.tsx";

interface NoticeCentreProps {
  readonly base: string;
  readonly zone: string;
  readonly notices: PageOf<NoticeShown>;
  readonly unread: number;
  readonly show: "all" | "unread";
  readonly topic: string | null;
  readonly topics: readonly { readonly name: string; readonly label: string }[];
  /** When this list was made. */
  readonly until: string;
}

/** All that somebody was told in a hall: everything or what is unread, of all topics or one. */
export function NoticeCentre({ base, zone, notices, unread, show, topic, topics, until }: NoticeCentreProps) {
  const { t } = useWords();
  const at = `${base}/notifications`;
  const to = (wanted: { show: "all" | "unread"; topic: string | null }) => {
    const search = new URLSearchParams();
    if (wanted.show === "unread") search.set("show", "unread");
    if (wanted.topic !== null) search.set("topic", wanted.topic);
    return search.size > 0 ? `${at}?${search}` : at;
  };
  const here = to({ show, topic });
  const counted = unread > 99 ? "99+" : String(unread);
  return (
    <Stack gap={4}>
      <PageHeader
        title={t(m.notices_title)}
        description={unread === 0 ? t(m.notices_all_read) : t(m.notices_unread_count, { count: counted })}
        actions={
          <>
            <Form method="post" action={here}>
              <input type="hidden" name="until" value={until} />
              <Button type="submit" icon="check" name="act" value="read-all" disabled={unread === 0}>
                {t(m.notices_read_all)}
              </Button>
            </Form>
            <ButtonLink look="quiet" icon="settings" href={`/account/notifications?hall=${base.split("/").at(-1)}`}>
              {t(m.notices_choose)}
            </ButtonLink>
          </>
        }
      />
      <Segments
        label={t(m.notices_show)}
        segments={[
          { href: to({ show: "all", topic }), label: t(m.notices_show_all), current: show === "all" },
          { href: to({ show: "unread", topic }), label: t(m.notices_show_unread), current: show === "unread" },
        ]}
      />
      <TabLinks
        label={t(m.notices_topics)}
        tabs={[
          { href: to({ show, topic: null }), label: t(m.notices_topics_all), current: topic === null },
          ...topics.map(({ name, label }) => ({ href: to({ show, topic: name }), label, current: topic === name })),
        ]}
      />
      {notices.rows.length > 0 ? (
        <NoticeItems notices={notices.rows} base={base} zone={zone} readAt={here} />
      ) : show === "all" && topic === null ? (
        <EmptyState kind="none-yet" title={t(m.notices_none_title)} text={t(m.notices_none_text)} />
      ) : (
        <EmptyState
          kind="no-matches"
          title={show === "unread" ? t(m.notices_none_unread) : t(m.notices_none_of_topic)}
          text={t(m.notices_none_matches_text)}
          action={<ButtonLink href={at}>{t(m.notices_show_everything)}</ButtonLink>}
        />
      )}
      <CursorPager page={notices} />
    </Stack>
  );
}
