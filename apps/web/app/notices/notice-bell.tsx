import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, PopoverCard, Skeleton, useAwake, VisuallyHidden } from "@guildhall/ui";
import { lazy, Suspense } from "react";
import { useWords } from "../shell/words.ts";
import { useLive } from "../workspace/live/use-live.ts";

const NoticePanel = lazy(() => import("./notice-panel.tsx"));

export interface NoticeBellProps {
  /** The house it hangs in: "/w/yuanshan". */
  readonly base: string;
  readonly zone: string;
  readonly bell: { readonly unread: number; readonly fresh: boolean; readonly paused: boolean };
}

/** The bell of a hall: how much is unread, and the newest of it. Without script it leads to the page; what it opens is loaded when it is first opened. */
export function NoticeBell({ base, zone, bell: { unread, fresh, paused } }: NoticeBellProps) {
  const { t } = useWords();
  const awake = useAwake();
  useLive("notify.");
  const count = unread > 99 ? "99+" : String(unread);
  const label = unread === 0 ? t(m.notices_bell) : t(m.notices_bell_unread, { count });
  return (
    <span className="relative inline-flex flex-none">
      {awake ? (
        <PopoverCard label={t(m.notices_title)} button={<Button look="quiet" icon="bell" label={label} />}>
          {(close) => (
            <Suspense fallback={<Skeleton lines={3} faces />}>
              <NoticePanel base={base} zone={zone} close={close} />
            </Suspense>
          )}
        </PopoverCard>
      ) : (
        <ButtonLink look="quiet" icon="bell" label={label} href={`${base}/notifications`} />
      )}
      {unread > 0 && (
        <span
          aria-hidden="true"
          className={`tabular pointer-events-none absolute top-0 right-0 grid h-icon min-w-icon place-items-center rounded-full px-s1 text-face leading-none font-semibold ${fresh && !paused ? "bg-seal text-ink-on-seal" : "edged bg-raised text-ink-2"}`}
        >
          {count}
        </span>
      )}
      <VisuallyHidden>
        <span role="status">{unread > 0 && fresh && !paused ? label : ""}</span>
      </VisuallyHidden>
    </span>
  );
}
