import { type Operator, operatorsOf } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import { Button } from "../actions/button.tsx";
import { PlainSelect } from "../forms/plain-select.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { GridColumn } from "./column.ts";
import { type DraftCondition, newCondition, shapeOf, withOperator } from "./filter-draft.ts";
import type { FilterParts } from "./filter-parts.ts";
import { operatorWord } from "./filter-words.ts";
import { OperandFields } from "./operand-fields.tsx";

type ConditionRowProps = FilterParts & { readonly condition: DraftCondition };

/** One condition, read from left to right: which column, how, with what. */
export function ConditionRow({ condition, columns, names, find, unfinished, onNames, onPart }: ConditionRowProps) {
  const { t } = useKitWords();
  const column = columns.find(({ id }) => id === condition.column);
  const change = (next: DraftCondition) => onPart(condition.key, next);
  const kind = column?.kind ?? "text";
  const operators: readonly Operator[] = operatorsOf[kind];
  const wrong = unfinished.has(condition.key);
  return (
    <div className="grid min-w-0 gap-s1">
      <div className="flex min-w-0 flex-wrap items-start gap-s2">
        <div className="min-w-0 max-w-menu flex-1 basis-menu">
          <PlainSelect
            aria-label={t(m.grid_filter_column)}
            value={condition.column}
            options={[
              ...(column ? [] : [{ value: condition.column, label: t(m.grid_column_gone) }]),
              ...columns.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(event) => {
              const next = columns.find(({ id }) => id === event.currentTarget.value);
              if (next) change(changedColumn(condition, column, next));
            }}
          />
        </div>
        <div className="w-fit">
          <PlainSelect
            aria-label={t(m.grid_filter_how)}
            value={condition.is}
            options={operators.map((is) => ({ value: is, label: t(operatorWord(is, kind)) }))}
            onChange={(event) => {
              const is = operators.find((each) => each === event.currentTarget.value);
              if (is) change(withOperator(condition, is));
            }}
          />
        </div>
        {column && shapeOf(condition.is) !== "none" && (
          <OperandFields
            column={column}
            condition={condition}
            names={names}
            find={find}
            wrong={wrong}
            onNames={onNames}
            onOperands={(operands) => change({ ...condition, operands })}
          />
        )}
        <Button look="quiet" icon="close" label={t(m.grid_filter_remove)} onPress={() => onPart(condition.key, null)} />
      </div>
      {wrong && (
        <p role="alert" className="text-xs text-seal">
          {t(m.grid_filter_unfinished)}
        </p>
      )}
    </div>
  );
}

/** Another column begins anew, unless it holds the same kind of values. */
function changedColumn(condition: DraftCondition, from: GridColumn | undefined, to: GridColumn): DraftCondition {
  const alike = from?.kind === to.kind && shapeOf(condition.is) !== "chosen";
  return alike ? { ...condition, column: to.id } : { ...newCondition(to), key: condition.key };
}
