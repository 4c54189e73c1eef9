import { m } from "@guildhall/i18n/messages";
import { type ReactNode, useId } from "react";
import { ButtonLink } from "../actions/button-link.tsx";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import { Title } from "../text/title.tsx";
import { VisuallyHidden } from "../text/visually-hidden.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

export type ChecklistStep = {
  readonly id: string;
  readonly label: string;
  readonly text?: ReactNode;
  readonly done: boolean;
  /** Where it is done; the first open step offers it as a button. */
  readonly href?: string | undefined;
  /** "Import people" */
  readonly act?: string | undefined;
};
type ChecklistProps = {
  readonly title: string;
  readonly text?: ReactNode;
  readonly steps: readonly ChecklistStep[];
  readonly level?: 2 | 3 | undefined;
  /** Puts it away: a button in a form. */
  readonly dismiss?: ReactNode;
};

/** The first steps in a new hall, as a sheet of paper: each done one is stamped, the next one offers its act. */
export function Checklist({ title, text, steps, level = 2, dismiss }: ChecklistProps) {
  const { t } = useKitWords();
  const titleId = useId();
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <section aria-labelledby={titleId} className="framed bg-surface">
      <header className="flex flex-wrap items-start justify-between gap-s3 border-b px-s5 py-s4">
        <div className="min-w-0">
          <Title level={level} id={titleId}>
            {title}
          </Title>
          {text && <p className="mt-s1 max-w-read text-ink-2">{text}</p>}
        </div>
        <div className="flex items-center gap-s3">
          <span className="tabular font-title text-title-s leading-title text-ink-2">
            <span aria-hidden="true">
              {done}
              <span className="text-ink-3"> / {steps.length}</span>
            </span>
            <VisuallyHidden>{t(m.ui_steps_done, { done, total: steps.length })}</VisuallyHidden>
          </span>
          {dismiss}
        </div>
      </header>
      <ol>
        {steps.map((step) => (
          <ChecklistRow key={step.id} step={step} next={step === next} />
        ))}
      </ol>
    </section>
  );
}

function ChecklistRow({ step, next }: { readonly step: ChecklistStep; readonly next: boolean }) {
  const { t } = useKitWords();
  return (
    <li
      {...(next && { "aria-current": "step" })}
      className={classNames(
        "flex flex-wrap items-center gap-x-s4 gap-y-s2 px-s5 py-s3 not-first:border-t",
        next && "place-where bg-paper",
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "grid size-control-s flex-none place-items-center rounded-r1",
          step.done ? "turned bg-jade text-paper" : "border border-dashed border-control text-ink-3",
        )}
      >
        {step.done && <Icon name="check" />}
      </span>
      <span className="grid min-w-0 flex-1 basis-0 sm:basis-form">
        <span className={step.done ? "text-ink-2" : "font-medium"}>
          {step.label}
          {step.done && <VisuallyHidden>{`: ${t(m.ui_done)}`}</VisuallyHidden>}
        </span>
        {step.text && !step.done && <span className="text-s text-ink-2">{step.text}</span>}
      </span>
      {!step.done && step.href && step.act && (
        <ButtonLink href={step.href} look={next ? "primary" : "plain"} size={next ? "m" : "s"}>
          {step.act}
        </ButtonLink>
      )}
    </li>
  );
}
