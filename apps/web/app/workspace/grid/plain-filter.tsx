import { m } from "@guildhall/i18n/messages";
import { Button, SelectField, TextField } from "@guildhall/ui";
import { plainHows } from "./read-plain-filter.ts";
import type { RecordGridModel } from "./use-record-grid.ts";

const words = {
  contains: m.grid_op_contains,
  is: m.grid_op_is,
  "is-not": m.grid_op_is_not,
  above: m.grid_op_gt,
  below: m.grid_op_lt,
  empty: m.grid_op_empty,
  filled: m.grid_op_filled,
} as const;

/** One more condition, where no script runs: the server makes a filter of it and leads to its address. */
export function PlainFilter({ model: { t, columns, search } }: { readonly model: RecordGridModel }) {
  const kept = [...search].filter(([name]) => name !== "cursor" && name !== "peek");
  return (
    <form method="get" className="flex w-full flex-wrap items-end gap-s2">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        id="filter-by"
        name="by"
        label={t(m.grid_filter_column)}
        options={columns.filter(({ filterable }) => filterable).map(({ id, label }) => ({ value: id, label }))}
      />
      <SelectField
        id="filter-how"
        name="how"
        label={t(m.grid_filter_how)}
        options={plainHows.map((how) => ({ value: how, label: t(words[how]) }))}
      />
      <TextField id="filter-value" name="value" label={t(m.grid_filter_value)} maxLength={200} />
      <Button type="submit" icon="filter">
        {t(m.grid_filter)}
      </Button>
    </form>
  );
}
