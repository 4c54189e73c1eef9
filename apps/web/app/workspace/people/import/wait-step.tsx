import { formatBytes, formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Progress, Section, Stack } from "@guildhall/ui";
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { DeedForm } from "./deed-form.tsx";
import { RunFiguresLine } from "./run-figures.tsx";
import type { RunView } from "./run-view.ts";

const titles = {
  previewing: m.imports_previewing_title,
  queued: m.imports_queued_title,
  running: m.imports_running_title,
  paused: m.imports_paused_title,
  undoing: m.imports_undoing_title,
} as const;

const everyMs = 700;

/** An import at work: how far it is, and what can be done about it. */
export function WaitStep({ run }: { readonly run: RunView }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const { state, figures, progress } = run;
  useLookAgain(state !== "paused");
  if (!(state in titles)) return null;
  const name = state as keyof typeof titles;
  const whole = progress.bytesTotal ?? progress.fileSize;
  const texts = { previewing: m.imports_previewing_text, paused: m.imports_paused_text } as const;
  const text = name === "previewing" || name === "paused" ? texts[name] : m.imports_running_text;
  return (
    <Section title={t(titles[name])} description={t(text)}>
      <Stack gap={4}>
        {name !== "undoing" && (
          <Progress
            label={t(m.imports_progress_rows, { count: formatNumber(figures.rows, locale) })}
            value={Math.min(progress.bytesDone, whole)}
            max={whole}
            figure={t(m.imports_bytes_of, {
              done: formatBytes(Math.min(progress.bytesDone, whole), locale),
              total: formatBytes(whole, locale),
            })}
          />
        )}
        {name !== "undoing" && <RunFiguresLine figures={figures} />}
        <div className="flex flex-wrap items-center gap-s2">
          {name === "paused" && (
            <DeedForm
              deeds={[
                { act: "resume", label: t(m.imports_resume), look: "primary" },
                { act: "cancel", label: t(m.imports_stop) },
              ]}
            />
          )}
          {(name === "running" || name === "queued") && (
            <DeedForm
              deeds={[
                { act: "pause", label: t(m.imports_pause) },
                { act: "cancel", label: t(m.imports_stop), look: "quiet" },
              ]}
            />
          )}
          {name === "previewing" && (
            <DeedForm deeds={[{ act: "cancel", label: t(m.imports_cancel_draft), look: "quiet" }]} />
          )}
          <noscript>
            <ButtonLink href={`/w/${hall.slug}/people/import/${run.id}`}>{t(m.imports_look_again)}</ButtonLink>
          </noscript>
        </div>
      </Stack>
    </Section>
  );
}

/** How far it has come is no fact: the page looks by itself. */
function useLookAgain(underWay: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [underWay, revalidate]);
}
