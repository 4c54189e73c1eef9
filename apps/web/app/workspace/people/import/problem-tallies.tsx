import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { Tally } from "@guildhall/people/schemas";
import { useWords } from "../../../shell/words.ts";
import { sayReason } from "./reason-words.ts";

interface ProblemTalliesProps {
  readonly problems: readonly Tally[];
  readonly columns: readonly string[];
}

/** What is wrong in which column, how often, and some of what stands there. */
export function ProblemTallies({ problems, columns }: ProblemTalliesProps) {
  const words = useWords();
  const { t, locale } = words;
  return (
    <ul className="grid border-t text-s">
      {problems.map(({ column, code, count, examples }) => (
        <li key={`${column} ${code}`} className="grid gap-x-s4 gap-y-s0 border-b py-s2 md:grid-cols-[14rem_1fr_auto]">
          <span className="truncate font-medium">{columns[column] ?? column + 1}</span>
          <span className="min-w-0">
            {sayReason(words, code)}
            {examples.length > 0 && <span className="text-ink-3"> {examples.join(" · ")}</span>}
          </span>
          <span className="tabular text-ink-2">
            {t(m.imports_progress_rows, { count: formatNumber(count, locale) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
