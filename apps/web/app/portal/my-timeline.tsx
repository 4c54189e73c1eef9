import { m } from "@guildhall/i18n/messages";
import { getMe, listMyTimeline } from "@guildhall/people";
import { suiteTimeline } from "@guildhall/suite";
import { ButtonLink, EmptyState, PageHeader, Time, Timeline, TimelineDay, TimelineItem } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";
import { useDays } from "../shell/use-days.ts";
import { useWords } from "../shell/words.ts";
import { useLive } from "../workspace/live/use-live.ts";
import { myIconOf, mySentenceOf } from "./my-timeline-words.ts";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ older: z.string().max(500).optional().catch(undefined) }),
  access: "member",
});

const size = 40;

export const loader = here.loader(async ({ ctx, search }) => ({
  ...(await listMyTimeline(ctx, suiteTimeline, { size, cursor: search.older ?? null })),
  timeZone: (await getMe(ctx)).timeZone ?? ctx.tenant.timeZone,
  today: ctx.clock.now(),
  fromStart: search.older === undefined,
}));

/** What has been between a member and the hall, as far as it is theirs to know. */
export default function MyTimeline() {
  const { rows, next, timeZone, today, fromStart } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, locale } = words;
  const { tenant } = usePortal();
  useLive("timeline.own-grown");
  const house = { house: tenant.name };
  const dayOf = useDays(new Date(today), timeZone);
  const days = Map.groupBy(rows, ({ at }) => dayOf(new Date(at)));
  return (
    <div className="mx-auto grid max-w-letter gap-s6 px-s4 py-s6">
      <PageHeader size="l" title={t(m.portal_timeline_title, house)} description={t(m.portal_timeline_text)} />
      {rows.length === 0 ? (
        <EmptyState
          kind="none-yet"
          title={t(m.portal_timeline_none)}
          text={t(m.portal_timeline_none_text, house)}
          action={<ButtonLink href={`/c/${tenant.slug}/me`}>{t(m.portal_me)}</ButtonLink>}
        />
      ) : (
        <Timeline label={t(m.portal_timeline)}>
          {[...days].map(([day, entries]) => (
            <Fragment key={day}>
              <TimelineDay>{day}</TimelineDay>
              {entries.map((entry) => (
                <TimelineItem
                  key={entry.id}
                  icon={myIconOf(entry.kind)}
                  time={<Time value={entry.at} locale={locale} zone={timeZone} show="time" />}
                >
                  {mySentenceOf(entry, words, tenant.name)}
                </TimelineItem>
              ))}
            </Fragment>
          ))}
        </Timeline>
      )}
      {(next || !fromStart) && (
        <p className="flex flex-wrap gap-s3">
          {!fromStart && <ButtonLink href="?">{t(m.timeline_newest)}</ButtonLink>}
          {next && <ButtonLink href={`?older=${encodeURIComponent(next)}`}>{t(m.timeline_older)}</ButtonLink>}
        </p>
      )}
    </div>
  );
}
