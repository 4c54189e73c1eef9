import { m } from "@guildhall/i18n/messages";
import { Notice } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";

/** In the last days of a trial, and for a while after: how long it lasts and what stays. Null where it is no matter. */
export function TrialBanner({ daysLeft }: { readonly daysLeft: number | null }) {
  const { t } = useWords();
  if (daysLeft === null) return null;
  return (
    <div className="mb-s4 print:hidden">
      {daysLeft === 0 ? (
        <Notice title={t(m.signup_trial_over_title)}>{t(m.signup_trial_over_text)}</Notice>
      ) : (
        <Notice title={t(m.signup_trial_title, { days: daysLeft })}>{t(m.signup_trial_text)}</Notice>
      )}
    </div>
  );
}
