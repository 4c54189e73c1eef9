import type { GridState } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { useState } from "react";
import { Button } from "../actions/button.tsx";
import { SegmentedField } from "../forms/segmented-field.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { GridColumn } from "./column.ts";

type SortFormProps = {
  readonly columns: readonly GridColumn[];
  readonly state: GridState;
  readonly onState: (state: GridState) => void;
};

/** By what the rows are sorted, where there are no heads to press: on a phone. */
export function SortForm({ columns, state, onState }: SortFormProps) {
  const { t } = useKitWords();
  const [column, setColumn] = useState(state.sort?.column ?? "");
  const [down, setDown] = useState(state.sort?.direction === "desc");
  return (
    <form
      className="grid gap-s4"
      onSubmit={(event) => {
        event.preventDefault();
        onState({ ...state, sort: column === "" ? null : { column, direction: down ? "desc" : "asc" } });
      }}
    >
      <SelectField
        id="grid-sort-column"
        name="column"
        label={t(m.grid_sort_by)}
        options={[
          { value: "", label: t(m.grid_column_unsort) },
          ...columns.filter(({ sortable }) => sortable).map(({ id, label }) => ({ value: id, label })),
        ]}
        value={column}
        onChange={(event) => setColumn(event.currentTarget.value)}
      />
      <SegmentedField
        id="grid-sort-way"
        name="way"
        label={t(m.grid_sort_way)}
        options={[
          { value: "up", label: t(m.grid_column_sort_up) },
          { value: "down", label: t(m.grid_column_sort_down) },
        ]}
        defaultValue={down ? "down" : "up"}
        onChange={(value) => setDown(value === "down")}
      />
      <Button type="submit" look="primary">
        {t(m.grid_filter_apply)}
      </Button>
    </form>
  );
}
