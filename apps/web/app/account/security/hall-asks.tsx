import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Notice } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import type { AskingHall } from "./find-asking-hall.ts";

interface HallAsksProps {
  readonly hall: AskingHall;
  /** Whether they have a second factor at all. */
  readonly hasFactor: boolean;
  /** Whether they have proved it since they signed in. */
  readonly provedTwo: boolean;
}

/** Why somebody was led here from the door of a hall, and how they get in. */
export function HallAsks({ hall: { slug, name }, hasFactor, provedTwo }: HallAsksProps) {
  const { t } = useWords();
  if (provedTwo)
    return (
      <Notice
        tone="success"
        title={t(m.account_hall_open_title)}
        action={
          <ButtonLink look="primary" href={`/w/${slug}`}>
            {t(m.account_hall_enter, { hall: name })}
          </ButtonLink>
        }
      >
        {t(m.account_hall_open_text, { hall: name })}
      </Notice>
    );
  if (hasFactor)
    return (
      <Notice
        tone="warning"
        title={t(m.account_hall_asks_title, { hall: name })}
        action={
          <ButtonLink look="primary" href={`/account/prove?second=1&to=${encodeURIComponent(`/w/${slug}`)}`}>
            {t(m.account_hall_prove)}
          </ButtonLink>
        }
      >
        {t(m.account_hall_prove_text)}
      </Notice>
    );
  return (
    <Notice tone="warning" title={t(m.account_hall_asks_title, { hall: name })}>
      {t(m.account_hall_set_up_text)}
    </Notice>
  );
}
