import { m } from "@guildhall/i18n/messages";
import { Button } from "../actions/button.tsx";
import { CheckboxField } from "../forms/checkbox-field.tsx";
import { SegmentedField } from "../forms/segmented-field.tsx";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type ColumnChoiceProps = {
  readonly columns: readonly { readonly id: string; readonly label: string; readonly shown: boolean }[];
  readonly density: "comfortable" | "compact";
  /** What else the address says and must keep: filters, sort. */
  readonly keep?: readonly (readonly [name: string, value: string])[] | undefined;
};

/** Which columns a table shows and how closely, in the address: a form with method "get", which folds out without script. */
export function ColumnChoice({ columns, density, keep = [] }: ColumnChoiceProps) {
  const { t } = useKitWords();
  return (
    <details className="group relative" data-print="no">
      <summary className="inline-flex h-control-m cursor-pointer list-none items-center gap-s2 rounded-r2 px-s3 font-medium text-ink-2 hover:bg-sunk hover:text-ink">
        <Icon name="columns" />
        {t(m.ui_columns)}
      </summary>
      <form
        method="get"
        className="absolute right-0 z-20 mt-s1 grid w-menu gap-s4 rounded-r3 border bg-raised p-s4 text-ink shadow-float"
      >
        {keep.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="grid gap-s1">
          {columns.map(({ id, label, shown }) => (
            <CheckboxField
              key={id}
              id={`columns-${id}`}
              name="columns"
              value={id}
              label={label}
              defaultChecked={shown}
            />
          ))}
        </div>
        <SegmentedField
          id="table-density"
          name="density"
          label={t(m.ui_density)}
          options={[
            { value: "comfortable", label: t(m.ui_density_wide) },
            { value: "compact", label: t(m.ui_density_close) },
          ]}
          defaultValue={density}
        />
        <Button type="submit" size="s">
          {t(m.ui_apply)}
        </Button>
      </form>
    </details>
  );
}
