import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, Section, Segments, Stack, Title } from "@guildhall/ui";
import { useFetcher, useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { Composer } from "./composer.tsx";
import { NoteCard } from "./note-card.tsx";
import { DeedsBeside } from "./record-act.tsx";
import { TaskRow } from "./task-row.tsx";
import { continued, type RecordTimelineData, refreshed, type TimelinePart } from "./timeline-data.ts";
import { TimelineList } from "./timeline-list.tsx";
import { shownKinds } from "./work-words.ts";

/** A record's timeline: what can be written down, what is to be done, what is pinned, and what happened. */
export function RecordTimeline({ timeline }: { readonly timeline: RecordTimelineData }) {
  const { t } = useWords();
  const { record, subjects, pinned, open, mayWrite } = timeline;
  useLive("timeline.", [...subjects, timeline.hallId]);
  const key = `${record.id} ${timeline.kinds.join()} ${timeline.fromStart}`;
  return (
    <Section title={t(m.timeline_title)} id="timeline">
      <DeedsBeside>
        <Stack gap={5}>
          {mayWrite && <Composer record={record} write={timeline.write} staff={timeline.staff} />}
          {open.length > 0 && (
            <div className="grid gap-s1">
              <Title level={3}>{t(m.work_open_tasks)}</Title>
              {open.map((task) => (
                <TaskRow key={task.id} task={task} mayWrite={mayWrite} />
              ))}
            </div>
          )}
          {pinned.length > 0 && (
            <div className="grid gap-s2">
              <Title level={3}>{t(m.timeline_pinned)}</Title>
              {pinned.map((note) => (
                <NoteCard key={note.id} note={note} mayWrite={mayWrite} />
              ))}
            </div>
          )}
          <KindChips timeline={timeline} />
          <Lines key={key} timeline={timeline} />
        </Stack>
      </DeedsBeside>
    </Section>
  );
}

/** What is shown of it, in the address. */
function KindChips({ timeline: { kinds } }: { readonly timeline: RecordTimelineData }) {
  const { t } = useWords();
  const [search] = useSearchParams();
  const to = (chosen: readonly string[]) => {
    const there = new URLSearchParams(search);
    there.delete("older");
    if (chosen.length > 0) there.set("kinds", chosen.join());
    else there.delete("kinds");
    return `?${there}#timeline`;
  };
  return (
    <Segments
      label={t(m.timeline_kinds)}
      segments={[
        { href: to([]), label: t(m.timeline_everything), current: kinds.length === 0 },
        ...shownKinds.map(({ kind, said }) => ({ href: to([kind]), label: t(said), current: kinds.includes(kind) })),
      ]}
    />
  );
}

function Lines({ timeline }: { readonly timeline: RecordTimelineData }) {
  const { t } = useWords();
  const hall = useHall();
  const [search] = useSearchParams();
  const { record, subjects, kinds, fromStart, today, mayWrite } = timeline;
  const { shown, setShown } = useShown(timeline);
  const older = useFetcher<TimelinePart>();
  const taken = useRef<TimelinePart>();
  useEffect(() => {
    if (older.state !== "idle" || !older.data || taken.current === older.data) return;
    const { data } = older;
    taken.current = data;
    setShown((now) => continued(now, data));
  }, [older.state, older.data, older, setShown]);
  const place = record.type === "person" ? "people" : "companies";
  const asked = (cursor: string) => {
    const there = new URLSearchParams(search);
    there.set("older", cursor);
    return there;
  };
  if (shown.rows.length === 0)
    return <p className="text-ink-2">{kinds.length > 0 ? t(m.timeline_none_of_kind) : t(m.timeline_none)}</p>;
  const { next } = shown;
  return (
    <div className="grid gap-s4">
      {!fromStart && (
        <p>
          <ButtonLink size="s" href={newest(search)}>
            {t(m.timeline_newest)}
          </ButtonLink>
        </p>
      )}
      <TimelineList part={shown} subjects={subjects} today={today} mayWrite={mayWrite} record={record} />
      {next && (
        <older.Form
          method="get"
          action=""
          onSubmit={(event) => {
            event.preventDefault();
            older.load(`/w/${hall.slug}/${place}/${record.id}/timeline?${asked(next)}`);
          }}
        >
          {[...asked(next)].map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" pending={older.state !== "idle"}>
            {t(m.timeline_older)}
          </Button>
        </older.Form>
      )}
    </div>
  );
}

/** What was read on stays while the page is loaded anew. */
function useShown(timeline: RecordTimelineData) {
  const [shown, setShown] = useState<TimelinePart>(timeline);
  const last = useRef<TimelinePart>(timeline);
  useEffect(() => {
    if (last.current === timeline) return;
    last.current = timeline;
    setShown((now) => refreshed(now, timeline));
  }, [timeline]);
  return { shown, setShown };
}

function newest(search: URLSearchParams): string {
  const there = new URLSearchParams(search);
  there.delete("older");
  return `?${there}#timeline`;
}
