import { m } from "@guildhall/i18n/messages";
import { Avatar, Button, Icon, NotificationItem, Time } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "../shell/words.ts";
import { pictureAt } from "../workspace/picture-address.ts";

export interface NoticeShown {
  readonly id: string;
  readonly topic: string | null;
  readonly title: string;
  readonly text: string | null;
  readonly who: { readonly id: string; readonly name: string; readonly avatarFileId: string | null } | null;
  readonly at: Date | string;
  readonly unread: boolean;
}

interface NoticeItemsProps {
  readonly notices: readonly NoticeShown[];
  readonly base: string;
  readonly zone: string;
  /** Where each unread one can be marked as read; none without it. */
  readonly readAt?: string | undefined;
}

/** Notices, each leading to what it tells of. */
export function NoticeItems({ notices, base, zone, readAt }: NoticeItemsProps) {
  const { t, locale } = useWords();
  return (
    <ul>
      {notices.map((notice) => (
        <NotificationItem
          key={notice.id}
          href={`${base}/notifications/${notice.id}`}
          unread={notice.unread}
          mark={<NoticeMark notice={notice} base={base} />}
          quote={notice.text}
          time={<Time value={notice.at} locale={locale} zone={zone} show="moment" />}
          actions={
            readAt !== undefined &&
            notice.unread && (
              <Form method="post" action={readAt} preventScrollReset>
                <input type="hidden" name="notice" value={notice.id} />
                <Button
                  type="submit"
                  size="s"
                  look="quiet"
                  icon="check"
                  name="act"
                  value="read"
                  label={t(m.notices_read_one, { title: notice.title })}
                />
              </Form>
            )
          }
        >
          {notice.title}
        </NotificationItem>
      ))}
    </ul>
  );
}

function NoticeMark({ notice: { who, topic }, base }: { readonly notice: NoticeShown; readonly base: string }) {
  if (who) {
    const [, house, slug = ""] = base.split("/");
    return (
      <Avatar id={who.id} name={who.name} size="m" image={house === "w" ? pictureAt(slug, who.avatarFileId) : null} />
    );
  }
  return (
    <span className="edged grid size-control-m place-items-center rounded-full bg-sunk text-ink-2">
      <Icon name={topic === null ? "lock" : topic === "hall" ? "building" : "bell"} />
    </span>
  );
}
