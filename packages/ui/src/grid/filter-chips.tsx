import { conditionsOf, type Filter, type GridState } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { Icon } from "../marks/icon.tsx";
import { useFollow } from "../navigate.ts";
import { useKitWords } from "../words/use-kit-words.ts";
import type { GridColumn } from "./column.ts";
import { withoutCondition } from "./filter-draft.ts";
import { conditionWords } from "./filter-words.ts";

type FilterChipsProps = {
  readonly columns: readonly GridColumn[];
  readonly state: GridState;
  readonly names: Readonly<Record<string, string>>;
  /** The address of the grid in another state: each chip leads to the one without it. */
  readonly hrefOf: (state: GridState) => string;
};

/** What is asked of the rows, a chip each; pressed, it is asked no more. */
export function FilterChips({ columns, state, names, hrefOf }: FilterChipsProps) {
  const words = useKitWords();
  const follow = useFollow();
  const { filter } = state;
  if (!filter) return null;
  const or = "any" in filter;
  return (
    <ul className="flex min-w-0 flex-wrap items-center gap-s1">
      {conditionsOf(filter).map((condition, place) => {
        const text = conditionWords(condition, { columns, names }, words);
        return (
          <li key={JSON.stringify(condition)} className="flex min-w-0 items-center gap-s1">
            {place > 0 && or && <span className="text-xs text-ink-3">{words.t(m.grid_filter_any)}</span>}
            <a
              href={hrefOf({ ...state, filter: without(filter, condition) })}
              onClick={follow}
              aria-label={words.t(m.grid_filter_drop, { words: text })}
              className="edged inline-flex h-control-s min-w-0 items-center gap-s1 rounded-r1 bg-indigo-tint pr-s1 pl-s2 text-s text-indigo no-underline hover:text-ink"
            >
              <span className="truncate">{text}</span>
              <Icon name="close" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function without(filter: Filter, condition: ReturnType<typeof conditionsOf>[number]): Filter | null {
  return withoutCondition(filter, condition);
}
