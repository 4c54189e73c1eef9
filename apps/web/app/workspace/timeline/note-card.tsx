import { formatBytes } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Chip } from "@guildhall/ui";
import { RichTextView } from "@guildhall/ui/rich-text";
import type { Note } from "@guildhall/work/schemas";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { RecordAct } from "./record-act.tsx";
import { outcomeWords } from "./work-words.ts";

interface NoteCardProps {
  readonly note: Note;
  readonly mayWrite: boolean;
}

/** A note's words, what is known of the call, its files, and what can be done with it. */
export function NoteCard({ note, mayWrite }: NoteCardProps) {
  const { t, locale } = useWords();
  const hall = useHall();
  const place = `/w/${hall.slug}/notes/${note.id}`;
  const hrefOf = (mention: { kind: string; id: string }) =>
    `/w/${hall.slug}/${mention.kind === "person" ? "people" : "companies"}/${mention.id}`;
  return (
    <div className="grid gap-s2 rounded-r3 border bg-surface px-s3 py-s3">
      {(note.minutes || note.outcome || note.pinned) && (
        <p className="flex flex-wrap items-center gap-s2">
          {note.pinned && <Chip tone="seal">{t(m.timeline_pinned)}</Chip>}
          {note.outcome && <Chip tone={outcomeWords[note.outcome].tone}>{t(outcomeWords[note.outcome].said)}</Chip>}
          {note.minutes && (
            <span className="text-s text-ink-2">{t(m.work_minutes_count, { minutes: note.minutes })}</span>
          )}
        </p>
      )}
      {note.body ? (
        <RichTextView value={note.body} mentionHref={hrefOf} nobody={t(m.work_nobody)} />
      ) : (
        <p className="text-ink-3">{t(m.work_erased)}</p>
      )}
      {note.files.length > 0 && (
        <ul className="grid gap-s1">
          {note.files.map((file) => (
            <li key={file.id} className="flex min-h-target min-w-0 items-center gap-s2">
              <ButtonLink size="s" look="quiet" icon="document" href={`/w/${hall.slug}/files/${file.id}`} download>
                {file.name}
              </ButtonLink>
              <span className="tabular text-xs text-ink-3">{formatBytes(file.size, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="flex flex-wrap items-center gap-s1">
          {note.mayEdit && (
            <ButtonLink size="s" look="quiet" icon="edit" href={place}>
              {t(m.work_edit)}
            </ButtonLink>
          )}
          <RecordAct action={place} act={note.pinned ? "unpin" : "pin"}>
            {note.pinned ? t(m.work_unpin) : t(m.work_pin)}
          </RecordAct>
          {note.mayEdit && (
            <RecordAct action={place} act="remove" undo="restore" said={t(m.work_removed)}>
              {t(m.work_remove)}
            </RecordAct>
          )}
          {note.edited && <span className="text-xs text-ink-3">{t(m.work_edited)}</span>}
        </div>
      )}
    </div>
  );
}
