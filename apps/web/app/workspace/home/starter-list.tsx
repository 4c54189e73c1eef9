import { m } from "@guildhall/i18n/messages";
import type { StarterStep, StarterStepName } from "@guildhall/people/schemas";
import { Button, ButtonLink, Icon, Progress, Section } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

interface StarterListProps {
  readonly list: { readonly steps: readonly StarterStep[]; readonly putAway: boolean };
  readonly personId: string;
}

/** What to begin with: each step leads to where it is taken, and is ticked by what the hall itself shows. */
export function StarterList({ list: { steps, putAway }, personId }: StarterListProps) {
  const { t } = useWords();
  const done = steps.filter((each) => each.done).length;
  if (steps.length === 0)
    return putAway ? (
      <Act act="restore">
        <Button type="submit" look="quiet" size="s" icon="undo">
          {t(m.signup_steps_restore)}
        </Button>
      </Act>
    ) : null;
  const complete = done === steps.length;
  return (
    <Section
      title={complete ? t(m.signup_steps_complete) : t(m.signup_steps_title)}
      actions={
        <Act act="dismiss-all">
          <Button type="submit" look="quiet" size="s">
            {t(m.signup_steps_put_away)}
          </Button>
        </Act>
      }
    >
      <div className="grid max-w-letter gap-s3">
        <Progress
          label={t(m.signup_steps_progress)}
          value={done}
          max={steps.length}
          figure={t(m.signup_steps_figure, { done, all: steps.length })}
          done={complete}
        />
        <ol className="grid">
          {steps.map((each) => (
            <Step key={each.step} {...each} personId={personId} />
          ))}
        </ol>
      </div>
    </Section>
  );
}

const words = {
  person: [m.signup_step_person, m.signup_step_person_text, m.signup_step_person_go],
  self: [m.signup_step_self, m.signup_step_self_text, m.signup_step_self_go],
  staff: [m.signup_step_staff, m.signup_step_staff_text, m.signup_step_staff_go],
  branding: [m.signup_step_branding, m.signup_step_branding_text, m.signup_step_branding_go],
  portal: [m.signup_step_portal, m.signup_step_portal_text, m.signup_step_portal_go],
  language: [m.signup_step_language, m.signup_step_language_text, m.signup_step_language_go],
} as const satisfies Record<StarterStepName, readonly unknown[]>;

function Step({ step, done, personId }: StarterStep & { readonly personId: string }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const [title, text, go] = words[step];
  const places: Record<Exclude<StarterStepName, "language">, string> = {
    person: "people/new",
    self: `people/${personId}`,
    staff: "settings/staff",
    branding: "settings/branding",
    portal: "settings/portal",
  };
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-s4 gap-y-s2 border-t py-s3 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <span
        className={`grid size-control-s place-items-center rounded-full border ${done ? "border-jade text-jade" : "border-line-strong text-ink-3"}`}
      >
        {done && <Icon name="check" label={t(m.signup_step_done)} />}
      </span>
      <div>
        <h3 className={done ? "font-medium text-ink-2" : "font-medium"}>{t(title)}</h3>
        {!done && <p className="text-s text-ink-2">{t(text)}</p>}
      </div>
      {!done && (
        <span className="col-start-2 flex items-center gap-s1 sm:col-start-auto">
          {step === "language" ? (
            <Act act="language" fields={{ locale: locale === "en" ? "zh-CN" : "en" }}>
              <Button type="submit" size="s">
                <span lang={locale === "en" ? "zh-CN" : "en"}>{t(go)}</span>
              </Button>
            </Act>
          ) : (
            <ButtonLink size="s" href={`/w/${hall.slug}/${places[step]}`}>
              {t(go)}
            </ButtonLink>
          )}
          <Act act="dismiss" fields={{ step }}>
            <Button
              type="submit"
              look="quiet"
              size="s"
              icon="close"
              label={t(m.signup_step_dismiss, { step: t(title) })}
            />
          </Act>
        </span>
      )}
    </li>
  );
}

interface ActProps {
  readonly act: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

function Act({ act, fields = {}, children }: ActProps) {
  const hall = useHall();
  return (
    <Form method="post" action={`/w/${hall.slug}?index`} reloadDocument={act === "language"}>
      {Object.entries({ act, ...fields }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
