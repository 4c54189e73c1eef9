import { m } from "@guildhall/i18n/messages";
import { HouseStamp, Stamp } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";

interface HallPreviewProps {
  readonly host: string;
  readonly company: string;
  readonly slug: string;
}

/** The hall's sign as it will hang, cut while its name is typed; and what the first days are like. */
export function HallPreview({ host, company, slug }: HallPreviewProps) {
  const { t } = useWords();
  const named = company.trim() !== "";
  const promises = [m.signup_promise_trial, m.signup_promise_after, m.signup_promise_leave];
  return (
    <aside aria-label={t(m.signup_preview)} className="grid content-start gap-s6">
      <div
        aria-hidden="true"
        className="framed hidden justify-items-center gap-s4 bg-surface px-s5 py-s7 text-center md:grid"
      >
        {named ? <Stamp name={company} size="xl" turned /> : <HouseStamp size="xl" turned />}
        <span className="max-w-full break-words font-title text-title-s leading-title font-semibold">
          {named ? company : t(m.signup_preview_name)}
        </span>
        <span className="max-w-full break-all text-s text-ink-3">
          {host}
          {slug || "…"}
        </span>
      </div>
      <ul className="grid gap-s3">
        {promises.map((promise) => (
          <li key={t(promise)} className="border-t pt-s3 leading-read text-ink-2">
            {t(promise)}
          </li>
        ))}
      </ul>
    </aside>
  );
}
