import { m } from "@guildhall/i18n/messages";
import { Button, PopoverCard, SelectField } from "@guildhall/ui";
import { type CellValue, type GridColumn, ValueField } from "@guildhall/ui/grid";
import { useState } from "react";
import { settableColumns } from "./settable-columns.ts";
import type { RunBulk } from "./use-bulk.ts";
import type { RecordGridModel } from "./use-record-grid.ts";

interface SetColumnProps {
  readonly model: RecordGridModel;
  readonly onRun: RunBulk;
}

/** Gives all that are chosen the same value in a column, or empties it. */
export function SetColumn({ model, onRun }: SetColumnProps) {
  const { t, columns } = model;
  const offered = settableColumns(columns);
  const [first] = offered;
  if (!first) return null;
  return (
    <PopoverCard label={t(m.grid_bulk_set)} button={<Button size="s">{t(m.grid_bulk_set)}</Button>}>
      {(close) => <SetForm offered={offered} first={first} model={model} onRun={onRun} onDone={close} />}
    </PopoverCard>
  );
}

interface SetFormProps extends SetColumnProps {
  readonly offered: readonly GridColumn[];
  readonly first: GridColumn;
  readonly onDone: () => void;
}

function SetForm({ offered, first, model, onRun, onDone }: SetFormProps) {
  const { t, hall } = model;
  const [column, setColumn] = useState(first);
  const [value, setValue] = useState<CellValue | undefined>(null);
  const [wrong, setWrong] = useState<string>();
  const [under, setUnder] = useState(false);
  const run = (given: CellValue) => {
    setUnder(true);
    void onRun({ set: { [column.id]: plain(given) } }).then((refused) => {
      setUnder(false);
      if (refused === null) onDone();
      else setWrong(refused);
    });
  };
  const missing = value === undefined ? t(m.grid_bulk_set_unread) : t(m.grid_bulk_set_missing);
  return (
    <form
      className="grid w-form max-w-full gap-s3"
      onSubmit={(event) => {
        event.preventDefault();
        if (value === undefined || isNothing(value)) setWrong(missing);
        else run(value);
      }}
    >
      <SelectField
        id="bulk-column"
        name="column"
        label={t(m.grid_bulk_set_column)}
        options={offered.map(({ id, label }) => ({ value: id, label }))}
        value={column.id}
        onChange={(event) => {
          setColumn(offered.find(({ id }) => id === event.currentTarget.value) ?? first);
          setValue(null);
          setWrong(undefined);
        }}
      />
      <ValueField
        key={column.id}
        id="bulk-value"
        label={t(m.grid_bulk_set_value)}
        column={column}
        zone={hall.timeZone}
        find={model.find(column)}
        error={wrong}
        onValue={(next) => {
          setValue(next);
          setWrong(undefined);
        }}
      />
      <div className="flex flex-wrap gap-s2">
        <Button type="submit" look="primary" pending={under}>
          {t(m.grid_bulk_set_act)}
        </Button>
        <Button look="quiet" onPress={() => run(null)}>
          {t(m.grid_bulk_set_clear)}
        </Button>
      </div>
    </form>
  );
}

function isNothing(value: CellValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Records go by their ids. */
function plain(value: CellValue): unknown {
  return typeof value === "object" && value !== null && "id" in value ? value.id : value;
}
