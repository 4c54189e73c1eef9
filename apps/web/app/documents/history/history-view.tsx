import { m } from "@guildhall/i18n/messages";
import { Notice } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import type { DocumentPlaces } from "../document-props.ts";
import { HistoryList } from "./history-list.tsx";
import { HistoryPaper } from "./history-paper.tsx";
import type { HistoryData } from "./load-history.ts";
import { RestoreForm } from "./moment-deeds.tsx";

interface HistoryViewProps {
  readonly data: HistoryData;
  readonly zone: string;
  readonly places: DocumentPlaces;
}

/** Who wrote when, and beside it the document as it was, or became, at one of these moments. On a phone, one after the other. */
export function HistoryView({ data, zone, places }: HistoryViewProps) {
  const { t } = useWords();
  const { done, isChosen, moment } = data;
  return (
    <div className="grid grid-cols-1 items-start gap-s5 md:grid-cols-[minmax(0,1fr)_var(--pane)] md:gap-s6">
      <div className={`grid min-w-0 gap-s4 ${isChosen ? "" : "max-md:hidden"}`}>
        {done !== null && (
          <Notice
            tone="success"
            live
            title={t(m.versions_restored_title)}
            action={
              // Only the restoration is taken back: what others wrote since then stays.
              <RestoreForm seq={moment.seq - 1} base={moment.seq} size="s">
                {t(m.versions_restore_before)}
              </RestoreForm>
            }
          >
            {t(m.versions_restored_text)}
          </Notice>
        )}
        <HistoryPaper data={data} zone={zone} places={places} />
      </div>
      <aside
        className={`min-w-0 md:sticky md:top-0 md:max-h-dvh md:overflow-y-auto md:pb-s5 ${isChosen ? "max-md:hidden" : ""}`}
      >
        <HistoryList data={data} zone={zone} />
      </aside>
    </div>
  );
}
