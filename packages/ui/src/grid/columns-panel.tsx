import type { GridState } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { matchChoices } from "../choice/choices.ts";
import { SearchField } from "../forms/search-field.tsx";
import { SegmentedField } from "../forms/segmented-field.tsx";
import { Icon } from "../marks/icon.tsx";
import { Slip } from "../overlays/slip.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { GridColumn } from "./column.ts";
import { keptColumns, moved, pinned, type ShownColumn, showing, shownColumns } from "./look.ts";

type ColumnsPanelProps = {
  readonly columns: readonly GridColumn[];
  readonly lead: string;
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
};

/** Which columns stand in the grid, in which order, which stay in sight; and how close the rows are. */
export function ColumnsPanel({ columns, lead, state, onState }: ColumnsPanelProps) {
  const { t } = useKitWords();
  const [query, setQuery] = useState("");
  const shown = shownColumns(columns, lead, state.columns);
  const seen = new Set(shown.map(({ column }) => column.id));
  const others = columns.filter(({ id }) => !seen.has(id));
  const keep = (next: readonly ShownColumn[]) => onState({ ...state, columns: keptColumns(next) });
  return (
    <Slip
      label={t(m.grid_columns)}
      button={
        <Button look="quiet" icon="columns">
          {t(m.grid_columns)}
        </Button>
      }
    >
      {() => (
        <div className="grid w-form max-w-full gap-s3">
          {columns.length > 12 && (
            <SearchField id="grid-column-search" name="column" label={t(m.grid_columns_find)} onChange={setQuery} />
          )}
          <section aria-label={t(m.grid_columns_shown)} className="grid">
            <h3 className="pb-s1 text-xs text-ink-3">{t(m.grid_columns_shown)}</h3>
            <ul className="max-h-pane overflow-auto">
              {matching(
                shown.map(({ column }) => column),
                query,
              ).map((column) => (
                <ShownRow
                  key={column.id}
                  column={column}
                  lead={column.id === lead}
                  sticks={shown.some((each) => each.column.id === column.id && each.pinned)}
                  onMove={(by) => keep(moved(shown, column.id, by, lead))}
                  onPin={(on) => keep(pinned(shown, column.id, on, lead))}
                  onHide={() => keep(showing(shown, column, false, lead))}
                />
              ))}
            </ul>
          </section>
          {others.length > 0 && (
            <section aria-label={t(m.grid_columns_more)} className="grid border-t pt-s2">
              <h3 className="pb-s1 text-xs text-ink-3">{t(m.grid_columns_more)}</h3>
              <ul className="max-h-pane overflow-auto">
                {matching(others, query).map((column) => (
                  <li key={column.id} className="flex items-center gap-s2">
                    <span className="min-w-0 flex-1 truncate">{column.label}</span>
                    <Button
                      size="s"
                      look="quiet"
                      icon="plus"
                      label={t(m.grid_columns_show, { column: column.label })}
                      onPress={() => keep(showing(shown, column, true, lead))}
                    />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <div className="flex flex-wrap items-end justify-between gap-s2 border-t pt-s3">
            <SegmentedField
              id="grid-density"
              name="density"
              label={t(m.grid_density)}
              options={[
                { value: "comfortable", label: t(m.grid_density_wide) },
                { value: "compact", label: t(m.grid_density_close) },
              ]}
              defaultValue={state.density}
              onChange={(value) => onState({ ...state, density: value === "compact" ? "compact" : "comfortable" })}
            />
            {state.columns && (
              <Button size="s" look="quiet" icon="undo" onPress={() => onState({ ...state, columns: null })}>
                {t(m.grid_columns_reset)}
              </Button>
            )}
          </div>
        </div>
      )}
    </Slip>
  );
}

function matching(columns: readonly GridColumn[], query: string): readonly GridColumn[] {
  return query.trim() === "" ? columns : matchChoices(columns, query);
}

type ShownRowProps = {
  readonly column: GridColumn;
  readonly lead: boolean;
  readonly sticks: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onPin: (on: boolean) => void;
  readonly onHide: () => void;
};

function ShownRow({ column, lead, sticks, onMove, onPin, onHide }: ShownRowProps) {
  const { t } = useKitWords();
  const named = { column: column.label };
  return (
    <li className="flex min-h-control-m items-center gap-s1">
      <span className="min-w-0 flex-1 truncate">{column.label}</span>
      {lead ? (
        <span className="grid size-control-s place-items-center text-ink-3">
          <Icon name="lock" label={t(m.grid_column_pin)} />
        </span>
      ) : (
        <>
          <Button
            size="s"
            look="quiet"
            icon="chevron-up"
            label={t(m.grid_columns_up, named)}
            onPress={() => onMove(-1)}
          />
          <Button
            size="s"
            look="quiet"
            icon="chevron-down"
            label={t(m.grid_columns_down, named)}
            onPress={() => onMove(1)}
          />
          <Button
            size="s"
            look={sticks ? "plain" : "quiet"}
            icon="lock"
            label={t(sticks ? m.grid_columns_unpin : m.grid_columns_pin, named)}
            onPress={() => onPin(!sticks)}
          />
          <Button size="s" look="quiet" icon="close" label={t(m.grid_columns_hide, named)} onPress={onHide} />
        </>
      )}
    </li>
  );
}
