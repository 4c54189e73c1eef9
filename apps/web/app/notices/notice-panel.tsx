import { m } from "@guildhall/i18n/messages";
import { Button, Skeleton, TextLink, Title } from "@guildhall/ui";
import { useFetcher, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useWords } from "../shell/words.ts";
import type { loader } from "../workspace/notifications/newest.ts";
import { NoticeItems } from "./notice-items.tsx";

interface NoticePanelProps {
  readonly base: string;
  readonly zone: string;
  readonly close: () => void;
}

/** The newest notices, fetched when the bell is opened. */
export function NoticePanel({ base, zone, close }: NoticePanelProps) {
  const { t } = useWords();
  const { load, data } = useFetcher<typeof loader>();
  const deeds = useFetcher();
  const address = `${base}/notifications`;
  useEffect(() => load(`${address}/newest`), [load, address]);
  useLeaving(close);
  return (
    <section className="grid w-[min(var(--width-form),calc(100vw-var(--s7)))] gap-s2">
      <header className="flex flex-wrap items-center justify-between gap-s2">
        <Title level={2}>{t(m.notices_title)}</Title>
        {data?.notices.some(({ unread }) => unread) && (
          <deeds.Form method="post" action={address}>
            <input type="hidden" name="until" value={data.until} />
            <Button type="submit" size="s" look="quiet" name="act" value="read-all">
              {t(m.notices_read_all)}
            </Button>
          </deeds.Form>
        )}
      </header>
      {data === undefined ? (
        <Skeleton lines={3} faces />
      ) : data.notices.length === 0 ? (
        <p className="py-s4 text-ink-2">{t(m.notices_none_text)}</p>
      ) : (
        <NoticeItems notices={data.notices} base={base} zone={zone} />
      )}
      <footer className="flex flex-wrap justify-between gap-s3 pt-s1 text-s">
        <TextLink href={address}>{t(m.notices_all_of_them)}</TextLink>
        <TextLink href={`/account/notifications?hall=${base.split("/").at(-1)}`}>{t(m.notices_choose)}</TextLink>
      </footer>
    </section>
  );
}

/** Calls `leave` when the page changes underneath. */
function useLeaving(leave: () => void): void {
  const { key } = useLocation();
  const here = useRef(key);
  useEffect(() => {
    if (key !== here.current) leave();
  }, [key, leave]);
}
