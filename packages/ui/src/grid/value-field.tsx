import { m } from "@guildhall/i18n/messages";
import { useState } from "react";
import type { Choice } from "../choice/choices.ts";
import { SegmentedField } from "../forms/segmented-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { readCell } from "./cell-input.ts";
import type { CellValue, GridColumn } from "./column.ts";
import { type FindChoices, OptionPicker } from "./option-picker.tsx";

type ValueFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly column: GridColumn;
  readonly zone: string;
  readonly find?: FindChoices | undefined;
  readonly error?: string | undefined;
  /** Undefined for what cannot be read. */
  readonly onValue: (value: CellValue | undefined) => void;
};

/** Writes a value of a column outside of its cells: for many rows at once. */
export function ValueField({ id, label, column, zone, find, error, onValue }: ValueFieldProps) {
  const { t } = useKitWords();
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
  if (column.kind === "boolean")
    return (
      <SegmentedField
        id={id}
        name="value"
        label={label}
        error={error}
        options={[
          { value: "yes", label: t(m.grid_yes) },
          { value: "no", label: t(m.grid_no) },
        ]}
        onChange={(value) => onValue(value === "yes")}
      />
    );
  if (column.kind === "choice" || column.kind === "choices" || column.kind === "record") {
    const several = column.kind === "choices";
    return (
      <div className="grid gap-s1">
        <OptionPicker
          label={label}
          options={(column.choices ?? []).map((choice) => ({ value: choice.id, label: choice.name }))}
          find={find}
          chosen={chosen}
          several={several}
          onChange={(now) => {
            setChosen(now);
            onValue(pickedOf(column, now));
          }}
        />
        {!several && chosen[0] && <p className="text-s text-ink-2">{chosen[0].label}</p>}
        {error && (
          <p role="alert" className="text-s text-seal">
            {error}
          </p>
        )}
      </div>
    );
  }
  return (
    <TextField
      id={id}
      name="value"
      type={TYPES[column.kind] ?? "text"}
      label={label}
      error={error}
      onChange={(event) => {
        const read = readCell(column, event.currentTarget.value, null, zone);
        onValue(read.ok ? read.value : undefined);
      }}
    />
  );
}

const TYPES: Partial<Record<GridColumn["kind"], "date" | "datetime-local">> = {
  date: "date",
  instant: "datetime-local",
};

function pickedOf({ kind }: GridColumn, chosen: readonly Choice[]): CellValue {
  const [only] = chosen;
  if (kind === "choices") return chosen.map(({ value }) => value);
  if (!only) return null;
  return kind === "record" ? { id: only.value, name: only.label } : only.value;
}
