import { m } from "@guildhall/i18n/messages";
import { Button } from "../actions/button.tsx";
import { classNames } from "../class-names.ts";
import { PlainSelect } from "../forms/plain-select.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { ConditionRow } from "./condition-row.tsx";
import { type DraftGroup, emptyDraft, isGroup, newCondition } from "./filter-draft.ts";
import type { FilterParts } from "./filter-parts.ts";

type FilterGroupProps = FilterParts & {
  readonly group: DraftGroup;
  readonly depth: number;
  readonly onChange: (group: DraftGroup) => void;
};

/** Groups within groups, so deep that the language allows it. */
const deepest = 3;

export function FilterGroup({ group, depth, onChange, ...parts }: FilterGroupProps) {
  const { t } = useKitWords();
  const [first] = parts.columns;
  return (
    <fieldset className={classNames("grid min-w-0 gap-s2", depth > 0 && "border-l-2 border-line-strong pl-s3")}>
      <legend className="sr-only">{t(group.join === "all" ? m.grid_filter_join_all : m.grid_filter_join_any)}</legend>
      {group.parts.length > 1 && (
        <div className="flex items-center gap-s2">
          <div className="w-fit">
            <PlainSelect
              aria-label={t(m.grid_filter_join)}
              value={group.join}
              options={[
                { value: "all", label: t(m.grid_filter_join_all) },
                { value: "any", label: t(m.grid_filter_join_any) },
              ]}
              onChange={(event) => onChange({ ...group, join: event.currentTarget.value === "any" ? "any" : "all" })}
            />
          </div>
        </div>
      )}
      {group.parts.map((part, place) => (
        <div key={part.key} className="grid min-w-0 grid-cols-[var(--s7)_minmax(0,1fr)] items-start gap-s2">
          <span className="flex min-h-control-m items-center text-s text-ink-3">
            {t(place === 0 ? m.grid_filter_where : group.join === "all" ? m.grid_filter_all : m.grid_filter_any)}
          </span>
          {isGroup(part) ? (
            <FilterGroup
              {...parts}
              group={part}
              depth={depth + 1}
              onChange={(changed) => parts.onPart(part.key, changed)}
            />
          ) : (
            <ConditionRow {...parts} condition={part} />
          )}
        </div>
      ))}
      <div className="flex flex-wrap gap-s1">
        {first && (
          <Button
            size="s"
            look="quiet"
            icon="plus"
            onPress={() => onChange({ ...group, parts: [...group.parts, newCondition(first)] })}
          >
            {t(m.grid_filter_add)}
          </Button>
        )}
        {first && depth < deepest && (
          <Button
            size="s"
            look="quiet"
            icon="plus"
            onPress={() => {
              const fresh: DraftGroup = {
                ...emptyDraft(),
                join: group.join === "all" ? "any" : "all",
                parts: [newCondition(first)],
              };
              onChange({ ...group, parts: [...group.parts, fresh] });
            }}
          >
            {t(m.grid_filter_add_group)}
          </Button>
        )}
        {depth > 0 && (
          <Button size="s" look="quiet" icon="remove" onPress={() => parts.onPart(group.key, null)}>
            {t(m.grid_filter_remove_group)}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
