import { formatDateTime } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Chip, TextLink } from "@guildhall/ui";
import type { Task } from "@guildhall/work/schemas";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { RecordAct } from "./record-act.tsx";

/** A task with its tick, until when it is and whose. */
export function TaskRow({ task, mayWrite }: { readonly task: Task; readonly mayWrite: boolean }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const place = `/w/${hall.slug}/tasks/${task.id}`;
  const when = task.dueAt && formatDateTime(new Date(task.dueAt), { locale, timeZone: hall.timeZone });
  return (
    <div className="flex flex-wrap items-center gap-x-s3 gap-y-s1 border-b py-s2 last:border-b-0">
      <span className="min-w-0 flex-1">
        {mayWrite ? <TextLink href={place}>{task.title}</TextLink> : task.title}
        {task.assignee?.name && (
          <span className="text-s text-ink-2"> {t(m.work_for, { name: task.assignee.name })}</span>
        )}
      </span>
      {when && (
        <Chip tone={task.overdue ? "ochre" : "neutral"}>
          {task.overdue ? t(m.work_overdue, { when }) : t(m.work_due_at, { when })}
        </Chip>
      )}
      {mayWrite && (
        <span className="flex flex-wrap gap-s1">
          <RecordAct action={place} act="done" undo="reopen" said={t(m.work_done)}>
            {t(m.work_done)}
          </RecordAct>
          <ButtonLink size="s" look="quiet" icon="edit" href={place} label={t(m.work_edit)} />
        </span>
      )}
    </div>
  );
}
