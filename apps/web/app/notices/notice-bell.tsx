import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, useAwake, VisuallyHidden } from "@guildhall/ui";
import { lazy, Suspense, useState } from "react";
import { useWords } from "../shell/words.ts";
import { useLive } from "../workspace/live/use-live.ts";

const BellCard = lazy(() => import("./bell-card.tsx"));

interface NoticeBellProps {
  /** The house it hangs in: "/w/yuanshan". */
  readonly base: string;
  readonly zone: string;
  readonly bell: { readonly unread: number; readonly fresh: boolean; readonly paused: boolean };
}

/** The bell of a hall: how much is unread, and the newest of it once it is asked for. Without script it leads to the page. */
export function NoticeBell({ base, zone, bell: { unread, fresh, paused } }: NoticeBellProps) {
  const { t } = useWords();
  const awake = useAwake();
  const [asked, setAsked] = useState(false);
  useLive("notify.");
  const count = unread > 99 ? "99+" : String(unread);
  const label = unread === 0 ? t(m.notices_bell) : t(m.notices_bell_unread, { count });
  const rings = fresh && !paused;
  return (
    <span className="relative inline-flex flex-none">
      {!awake && <ButtonLink look="quiet" icon="bell" label={label} href={`${base}/notifications`} />}
      {awake && !asked && <Button look="quiet" icon="bell" label={label} onPress={() => setAsked(true)} />}
      {awake && asked && (
        <Suspense fallback={<Button look="quiet" icon="bell" label={label} pending />}>
          <BellCard base={base} zone={zone} label={label} />
        </Suspense>
      )}
      {unread > 0 && (
        <span
          aria-hidden="true"
          className={`tabular pointer-events-none absolute top-0 right-0 grid h-icon min-w-icon place-items-center rounded-full px-s1 text-face leading-none font-semibold ${rings ? "bg-seal text-ink-on-seal" : "edged bg-raised text-ink-2"}`}
        >
          {count}
        </span>
      )}
      <VisuallyHidden>
        <span role="status">{unread > 0 && rings ? label : ""}</span>
      </VisuallyHidden>
    </span>
  );
}
