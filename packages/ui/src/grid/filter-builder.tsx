import type { Filter } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { GridColumn } from "./column.ts";
import { draftOf, newCondition, withPart, writeDraft } from "./filter-draft.ts";
import { FilterGroup } from "./filter-group.tsx";
import { filterWords } from "./filter-words.ts";
import type { FindChoices } from "./option-picker.tsx";

export type FilterBuilderProps = {
  readonly columns: readonly GridColumn[];
  readonly filter: Filter | null;
  /** What the records that it names are called. */
  readonly names: Readonly<Record<string, string>>;
  readonly find?: ((column: GridColumn) => FindChoices | undefined) | undefined;
  /** A column that a condition is begun with. */
  readonly begin?: GridColumn | undefined;
  readonly onFilter: (filter: Filter | null) => void;
};

/** Puts conditions together, with and and or, in groups; nothing is asked before somebody says so. */
export function FilterBuilder({ columns, filter, names, find, begin, onFilter }: FilterBuilderProps) {
  const { t, locale } = useKitWords();
  const filterable = columns.filter((column) => column.filterable);
  const [draft, setDraft] = useState(() => {
    const now = draftOf(filter);
    const fresh = begin ?? (now.parts.length === 0 ? filterable[0] : undefined);
    return fresh ? { ...now, parts: [...now.parts, newCondition(fresh)] } : now;
  });
  const [known, setKnown] = useState(names);
  const [asked, setAsked] = useState(false);
  const written = writeDraft(draft);
  return (
    <form
      aria-label={t(m.grid_filter_title)}
      className="grid min-w-0 gap-s3"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setAsked(true);
        if (written.unfinished.size === 0 && !written.tooLarge) onFilter(written.filter);
      }}
    >
      {draft.parts.length === 0 ? (
        <p className="max-w-form text-ink-2">{t(m.grid_filter_none)}</p>
      ) : (
        <FilterGroup
          group={draft}
          depth={0}
          columns={filterable}
          names={known}
          find={find}
          unfinished={asked ? written.unfinished : NONE}
          onNames={(more) => setKnown((now) => ({ ...now, ...more }))}
          onChange={setDraft}
          onPart={(key, part) => setDraft((now) => withPart(now, key, part))}
        />
      )}
      {written.tooLarge && (
        <p role="alert" className="text-s text-seal">
          {t(m.grid_filter_too_large)}
        </p>
      )}
      {written.filter && (
        <p className="max-w-letter border-t pt-s2 text-s text-ink-2">
          {t(m.grid_filter_is, { words: filterWords(written.filter, { columns, names: known }, { t, locale }) })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-s2">
        {draft.parts.length === 0 && filterable[0] && (
          <AddCondition
            columns={filterable}
            onAdd={(column) => setDraft((now) => ({ ...now, parts: [newCondition(column)] }))}
          />
        )}
        <Button type="submit" look="primary">
          {t(m.grid_filter_apply)}
        </Button>
        {filter && (
          <Button look="quiet" onPress={() => onFilter(null)}>
            {t(m.grid_filter_clear)}
          </Button>
        )}
      </div>
    </form>
  );
}

const NONE: ReadonlySet<number> = new Set();

type AddProps = { readonly columns: readonly GridColumn[]; readonly onAdd: (column: GridColumn) => void };

function AddCondition({ columns, onAdd }: AddProps) {
  const { t } = useKitWords();
  const [first] = columns;
  return (
    <Button icon="plus" onPress={() => first && onAdd(first)}>
      {t(m.grid_filter_add)}
    </Button>
  );
}
