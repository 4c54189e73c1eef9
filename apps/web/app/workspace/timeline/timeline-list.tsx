import { m } from "@guildhall/i18n/messages";
import type { TimelineEntry } from "@guildhall/people/schemas";
import { Avatar, Time, Timeline, TimelineDay, TimelineItem } from "@guildhall/ui";
import { Fragment } from "react";
import { useDays } from "../../shell/use-days.ts";
import { useWords } from "../../shell/words.ts";
import { ChangeValues } from "../audit/change-values.tsx";
import { pictureAt } from "../picture-address.ts";
import { useHall } from "../use-hall.ts";
import { EntrySentence } from "./entry-sentence.tsx";
import { NoteCard } from "./note-card.tsx";
import type { TimelinePart, TimelineRecord } from "./timeline-data.ts";
import { kindIcons } from "./work-words.ts";

interface TimelineListProps {
  readonly part: TimelinePart;
  readonly record: TimelineRecord;
  readonly subjects: readonly string[];
  readonly today: Date;
  readonly mayWrite: boolean;
}

/** Lines by day, newest first: a face, a sentence, and what belongs to it. */
export function TimelineList({ part, record, subjects, today, mayWrite }: TimelineListProps) {
  const { t } = useWords();
  const hall = useHall();
  const dayOf = useDays(today, hall.timeZone);
  const days = Map.groupBy(part.rows, ({ at }) => dayOf(new Date(at)));
  return (
    <Timeline label={t(m.timeline_of, { name: part.names[record.id]?.name ?? hall.name })}>
      {[...days].map(([day, entries]) => (
        <Fragment key={day}>
          <TimelineDay>{day}</TimelineDay>
          {entries.map((entry) => (
            <Line
              key={`${entry.id} ${entry.subject.id}`}
              entry={entry}
              part={part}
              subjects={subjects}
              mayWrite={mayWrite}
            />
          ))}
        </Fragment>
      ))}
    </Timeline>
  );
}

interface LineProps {
  readonly entry: TimelineEntry;
  readonly part: TimelinePart;
  readonly subjects: readonly string[];
  readonly mayWrite: boolean;
}

function Line({ entry, part, subjects, mayWrite }: LineProps) {
  const { t, locale } = useWords();
  const hall = useHall();
  const note = part.notes[String(entry.payload.noteId)];
  const change = part.changes[entry.id];
  const message = part.messages[String(entry.payload.messageId)];
  const actor = entry.actorPersonId ? part.names[entry.actorPersonId] : undefined;
  return (
    <TimelineItem
      icon={kindIcons[entry.kind]}
      face={
        actor &&
        entry.actorPersonId && (
          <Avatar
            id={entry.actorPersonId}
            name={actor.name}
            size="s"
            image={pictureAt(hall.slug, actor.avatarFileId)}
          />
        )
      }
      time={<Time value={entry.at} locale={locale} zone={hall.timeZone} show="time" />}
      {...(message?.subject && { quote: message.subject })}
      body={
        (note || change) && (
          <>
            {note && <NoteCard note={note} mayWrite={mayWrite} />}
            {change && (
              <details>
                <summary className="min-h-target cursor-pointer text-s text-ink-2">
                  {t(m.timeline_what_changed)}
                </summary>
                <ChangeValues before={change.before} after={change.after} />
              </details>
            )}
          </>
        )
      }
    >
      <EntrySentence entry={entry} part={part} subjects={subjects} />
    </TimelineItem>
  );
}
