import { m } from "@guildhall/i18n/messages";
import { Segments, TextLink, Time } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import type { DocumentPlaces } from "../document-props.ts";
import { DocumentView } from "../document-view.tsx";
import { ChangeSteps } from "./change-steps.tsx";
import { CompareForm } from "./compare-form.tsx";
import { useHistoryAddress } from "./history-addresses.ts";
import type { HistoryData } from "./load-history.ts";
import { MarkedDocument } from "./marked-document.tsx";
import { NameMoment, RestoreForm } from "./moment-deeds.tsx";
import { WriterLegend } from "./writer-legend.tsx";

interface HistoryPaperProps {
  readonly data: HistoryData;
  readonly zone: string;
  readonly places: DocumentPlaces;
}

/** One moment of a document: what it is, what can be done with it, and the document as it was. */
export function HistoryPaper({ data, zone, places }: HistoryPaperProps) {
  const { t } = useWords();
  const { shown, moment, writers, look, head, since } = data;
  const address = useHistoryAddress();
  const to = (asked: "changes" | "text" | "who") =>
    address({ at: moment.seq, look: asked, ...(asked === "changes" && { since }) });
  return (
    <>
      <header className="grid gap-s3 border-b pb-s4">
        <p className="md:hidden">
          <TextLink href={address({})}>{t(m.versions_all_moments)}</TextLink>
        </p>
        <div className="flex flex-wrap items-center justify-between gap-s3">
          <div className="min-w-0">
            <h2 className="break-words font-title text-title-s font-semibold">
              <MomentName data={data} zone={zone} />
            </h2>
            <Compared data={data} zone={zone} />
          </div>
          {moment.seq < head && (
            <RestoreForm seq={moment.seq} base={head} primary>
              {t(m.versions_restore)}
            </RestoreForm>
          )}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-s3">
          <Segments
            label={t(m.versions_look)}
            segments={[
              { href: to("changes"), label: t(m.versions_look_changes), current: look === "changes" },
              { href: to("text"), label: t(m.versions_look_text), current: look === "text" },
              { href: to("who"), label: t(m.versions_look_who), current: look === "who" },
            ]}
          />
          {look === "changes" && <ChangeSteps node={shown.node} />}
        </div>
        {look === "changes" && <CompareForm data={data} zone={zone} />}
        {look === "text" && <NameMoment moment={moment} version={data.version} />}
        {look !== "text" && <WriterLegend node={shown.node} writers={writers} lines={look === "who"} />}
      </header>
      <div className="history-paper">
        {look === "text" ? (
          <DocumentView json={shown.node} {...places} />
        ) : (
          <MarkedDocument node={shown.node} writers={writers} {...places} />
        )}
      </div>
    </>
  );
}

/** Its name, or when it was. */
function MomentName({ data: { moment, version, head }, zone }: Pick<HistoryPaperProps, "data" | "zone">) {
  const { t, locale } = useWords();
  if (version) return version.name;
  if (moment.seq === head) return t(m.versions_now);
  return <Time value={moment.at} locale={locale} zone={zone} show="moment" />;
}

/** When it was, and what it is compared with. */
function Compared({ data: { moment, comparedAt }, zone }: Pick<HistoryPaperProps, "data" | "zone">) {
  const { t, locale } = useWords();
  return (
    <p className="text-s text-ink-2">
      <Time value={moment.at} locale={locale} zone={zone} show="moment" />
      {comparedAt && (
        <>
          {" · "}
          {t(m.versions_compared_with)} <Time value={comparedAt} locale={locale} zone={zone} show="moment" />
        </>
      )}
    </p>
  );
}
