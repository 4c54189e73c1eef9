import { formatDate, formatNumber } from "@guildhall/i18n";
import { sayError } from "@guildhall/i18n/errors";
import { m } from "@guildhall/i18n/messages";
import type { listLeft } from "@guildhall/people";
import type { ProblemRow } from "@guildhall/people/schemas";
import { ButtonLink, Notice, Section, Stack } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { LeftTable } from "../../changes/left-table.tsx";
import { useHall } from "../../use-hall.ts";
import { DeedForm } from "./deed-form.tsx";
import { ProblemRows } from "./problem-rows.tsx";
import { RunFiguresLine } from "./run-figures.tsx";
import type { RunView } from "./run-view.ts";

interface EndStepProps {
  readonly run: RunView;
  readonly refused: readonly ProblemRow[];
  readonly flawed: readonly ProblemRow[];
  /** What undoing it left as it is. */
  readonly left: Awaited<ReturnType<typeof listLeft>> | null;
}

/** What came of an import, what did not, and the way back. */
export function EndStep({ run, refused, flawed, left }: EndStepProps) {
  const { t, locale } = useWords();
  const hall = useHall();
  const { figures, end, layout, state } = run;
  const columns = layout?.columns ?? [];
  const people = `/w/${hall.slug}/people`;
  const change = end.changeSetId === null ? undefined : `/w/${hall.slug}/changes/${end.changeSetId}`;
  const mayUndo = end.written && (state === "done" || state === "cancelled" || state === "failed");
  return (
    <Stack gap={5}>
      <Ending run={run} />
      {state !== "undone" && end.written && <RunFiguresLine figures={figures} />}
      <div className="flex flex-wrap items-center gap-s2">
        <ButtonLink look="primary" href={people}>
          {t(m.imports_to_people)}
        </ButtonLink>
        <ButtonLink href={`${people}/import`} icon="upload">
          {t(m.imports_another)}
        </ButtonLink>
        {change && <ButtonLink href={change}>{t(m.imports_change)}</ButtonLink>}
        {state === "failed" && end.written && !end.fileGone && (
          <DeedForm deeds={[{ act: "resume", label: t(m.imports_resume) }]} />
        )}
        {mayUndo && <DeedForm deeds={[{ act: "undo", label: t(m.imports_undo), look: "quiet", icon: "undo" }]} />}
      </div>
      <Kept run={run} mayUndo={mayUndo} />
      {left && left.rows.rows.length > 0 && <LeftTable left={left} whole={change} />}
      {state !== "undone" && refused.length > 0 && (
        <Section
          title={t(m.imports_rows_refused)}
          actions={
            <ButtonLink icon="download" download href={`${people}/import/${run.id}/refused`}>
              {t(m.imports_download)}
            </ButtonLink>
          }
          description={
            refused.length < figures.refused && t(m.imports_first_of, { count: formatNumber(refused.length, locale) })
          }
        >
          <ProblemRows rows={refused} columns={columns} />
        </Section>
      )}
      {state !== "undone" && flawed.length > 0 && (
        <Section
          title={t(m.imports_rows_flawed)}
          description={
            flawed.length < figures.flawed && t(m.imports_first_of, { count: formatNumber(flawed.length, locale) })
          }
        >
          <ProblemRows rows={flawed} columns={columns} />
        </Section>
      )}
    </Stack>
  );
}

/** What can be taken back, and how long the file is kept. */
function Kept({ run: { end }, mayUndo }: { readonly run: RunView; readonly mayUndo: boolean }) {
  const { t, locale } = useWords();
  const hall = useHall();
  if (!end.written || !end.keptUntil) return null;
  const day = formatDate(new Date(end.keptUntil), { locale, timeZone: hall.timeZone });
  const kept = end.fileGone ? t(m.imports_file_let_go) : t(m.imports_file_kept, { day });
  return (
    <div className="grid max-w-read gap-s1 text-s text-ink-2">
      {mayUndo && <p>{t(m.imports_undo_text)}</p>}
      <p>{kept}</p>
      {mayUndo && <p>{t(m.imports_undo_stays)}</p>}
    </div>
  );
}

function Ending({ run: { state, figures, end } }: { readonly run: RunView }) {
  const { t, locale } = useWords();
  const count = (value: number) => formatNumber(value, locale);
  if (state === "done")
    return (
      <Notice tone="success" title={t(m.imports_done_title)} live>
        {t(m.imports_done_text, { created: count(figures.created), updated: count(figures.updated) })}
      </Notice>
    );
  if (state === "failed")
    return (
      <Notice tone="danger" title={t(m.imports_failed_title)}>
        {end.errorCode && sayError(locale, end.errorCode, end.errorParams)}
      </Notice>
    );
  if (state === "undone")
    return (
      <Notice tone="info" title={t(m.imports_undone_title)} live>
        {end.undone &&
          (end.undone.left === 0
            ? t(m.imports_undone_whole)
            : t(m.imports_undone_text, { removed: count(end.undone.removed), restored: count(end.undone.restored) }))}
      </Notice>
    );
  return (
    <Notice title={t(m.imports_cancelled_title)}>
      {end.written ? t(m.imports_cancelled_text) : t(m.imports_cancelled_draft_text)}
    </Notice>
  );
}
