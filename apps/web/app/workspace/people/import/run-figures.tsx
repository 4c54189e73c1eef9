import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { Figures as RunFigures } from "@guildhall/people/schemas";
import { Figure, Figures } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";

const words = [
  ["created", m.imports_f_created],
  ["updated", m.imports_f_updated],
  ["unchanged", m.imports_f_unchanged],
  ["skipped", m.imports_f_skipped],
  ["refused", m.imports_f_refused],
  ["conflicts", m.imports_f_conflicts],
  ["empty", m.imports_f_empty],
  ["flawed", m.imports_f_flawed],
  ["doubtful", m.imports_f_doubtful],
] as const;

/** What became of the rows, or would. What is none is not mentioned, but for who is new. */
export function RunFiguresLine({ figures }: { readonly figures: RunFigures }) {
  const { t, locale } = useWords();
  return (
    <Figures>
      {words.map(
        ([name, word]) =>
          (figures[name] > 0 || name === "created") && (
            <Figure key={name} value={formatNumber(figures[name], locale)}>
              {t(word)}
            </Figure>
          ),
      )}
    </Figures>
  );
}
