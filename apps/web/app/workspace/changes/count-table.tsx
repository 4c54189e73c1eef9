import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { ChangeCount } from "@guildhall/tenancy";
import { Definition, DefinitionList } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { thingWords } from "./change-words.ts";

/** How many rows of what a change made, changed and deleted. */
export function CountTable({ counts }: { readonly counts: readonly ChangeCount[] }) {
  const { t, locale } = useWords();
  if (counts.length === 0) return <p className="text-ink-2">{t(m.merge_did_nothing)}</p>;
  const said = (count: number, more: boolean) => formatNumber(count, locale) + (more ? "+" : "");
  return (
    <DefinitionList>
      {counts.map(({ subjectType, made, changed, removed, erased, more }) => (
        <Definition key={subjectType} term={t(thingWords[subjectType] ?? m.merge_left_unnamed)}>
          <span className="tabular flex flex-wrap gap-x-s4">
            {made > 0 && <span>{t(m.merge_made, { count: said(made, more) })}</span>}
            {changed > 0 && <span>{t(m.merge_changed, { count: said(changed, more) })}</span>}
            {removed > 0 && <span>{t(m.merge_removed, { count: said(removed, more) })}</span>}
            {erased > 0 && <span className="text-ink-2">{t(m.merge_erased, { count: said(erased, more) })}</span>}
          </span>
        </Definition>
      ))}
    </DefinitionList>
  );
}
