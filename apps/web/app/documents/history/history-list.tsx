import type { HistoryLine } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { EmptyState, Icon, Time } from "@guildhall/ui";
import { Link } from "@remix-run/react";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { useDays } from "../../shell/use-days.ts";
import { useWords } from "../../shell/words.ts";
import { useHistoryAddress } from "./history-addresses.ts";
import type { HistoryData } from "./load-history.ts";
import { WriterFace } from "./writer-face.tsx";
import { WriterFilter } from "./writer-filter.tsx";
import { writerName } from "./writer-name.ts";

interface HistoryListProps {
  readonly data: HistoryData;
  readonly zone: string;
}

/** Who wrote when, newest first and by days, with the moments that have a name among them. */
export function HistoryList({ data, zone }: HistoryListProps) {
  const { t } = useWords();
  const { lines, today } = data;
  const dayOf = useDays(today, zone);
  const days = Map.groupBy(lines.rows, ({ at }) => dayOf(at));
  return (
    <section aria-labelledby="moments" className="grid gap-s4">
      <div className="flex flex-wrap items-end justify-between gap-s3">
        <h2 id="moments" className="font-title text-title-s font-semibold">
          {t(m.versions_moments)}
        </h2>
        <WriterFilter data={data} />
      </div>
      {lines.rows.length === 0 && (
        <EmptyState kind="none-yet" title={t(m.versions_none_title)} text={t(m.versions_none_text)} />
      )}
      {[...days].map(([day, those]) => (
        <div key={day} className="grid gap-s1">
          <h3 className="text-xs font-semibold text-ink-2">{day}</h3>
          <ul className="grid gap-s0">
            {those.map((line) => (
              <li key={line.id}>
                <Moment line={line} data={data} zone={zone} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <CursorPager page={lines} />
    </section>
  );
}

function Moment({ line, data, zone }: HistoryListProps & { readonly line: HistoryLine }) {
  const words = useWords();
  const { t, locale } = words;
  const address = useHistoryAddress();
  const { seq, since, is, name, at } = line;
  const isCurrent = data.moment.seq === seq && (is === "version") === (data.version !== null && data.look === "text");
  const writer = data.writers.find(({ nth }) => nth === line.writer);
  const to = address(is === "version" ? { at: seq, look: "text" } : { at: seq, since });
  return (
    <Link
      to={to}
      preventScrollReset
      {...(isCurrent && { "aria-current": "true" as const })}
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-s3 rounded-r2 border border-transparent px-s2 py-s2 text-ink no-underline hover:bg-sunk aria-[current]:border-line-strong aria-[current]:bg-raised"
    >
      {is === "version" ? (
        <span className="grid size-target place-items-center rounded-full border border-seal text-seal">
          <Icon name="check" />
        </span>
      ) : (
        <WriterFace writer={writer} />
      )}
      <span className="min-w-0">
        <span className={`block break-words ${is === "version" ? "font-semibold" : ""}`}>
          {is === "version" ? name : writerName(writer, words)}
        </span>
        <span className="block text-s text-ink-2">{is === "version" ? t(m.versions_named) : <Did line={line} />}</span>
      </span>
      <span className="py-s0 text-end text-xs leading-ui text-ink-3">
        <Time value={at} locale={locale} zone={zone} show="time" />
        {is === "session" && <Until line={line} />}
      </span>
    </Link>
  );
}

/** How long it took, where it was more than a moment. */
function Until({ line: { startedAt, at } }: { readonly line: HistoryLine }) {
  const { t } = useWords();
  const minutes = Math.round((at.getTime() - startedAt.getTime()) / 60_000);
  return minutes > 0 ? <span className="block">{t(m.versions_minutes, { minutes })}</span> : null;
}

function Did({ line: { since, restoredSeq, lettersAdded, lettersRemoved } }: { readonly line: HistoryLine }) {
  const { t, locale } = useWords();
  const count = (number: number) => new Intl.NumberFormat(locale).format(number);
  if (restoredSeq !== null) return t(m.versions_did_restore);
  if (since === 0) return t(m.versions_did_begin);
  if (lettersAdded === 0 && lettersRemoved === 0) return t(m.versions_did_dress);
  return (
    <span className="tabular">
      {lettersAdded > 0 && t(m.versions_letters_added, { count: count(lettersAdded) })}
      {lettersAdded > 0 && lettersRemoved > 0 && " · "}
      {lettersRemoved > 0 && t(m.versions_letters_removed, { count: count(lettersRemoved) })}
    </span>
  );
}
