import { m } from "@guildhall/i18n/messages";
import { Button } from "../actions/button.tsx";
import type { Choice } from "../choice/choices.ts";
import { PopoverCard } from "../overlays/popover-card.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { choiceOf } from "./cell-text.ts";
import type { OperandFieldsProps } from "./filter-parts.ts";
import { OptionPicker } from "./option-picker.tsx";

/** One or more of a list: answers, tags, people; "me" is whoever looks. */
export function ChosenField({ column, condition, names, find, wrong, onNames, onOperands }: OperandFieldsProps) {
  const { t } = useKitWords();
  const me: Choice = { value: "me", label: t(m.grid_me) };
  const named = (id: string) =>
    id === "me" ? me.label : (choiceOf(column, id)?.name ?? names[id] ?? t(m.grid_choice_gone));
  const chosen = (condition.operands.chosen ?? []).map((id) => ({ value: id, label: named(id) }));
  const options = (column.choices ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const label = chosen.length > 0 ? chosen.map((choice) => choice.label).join(t(m.grid_comma)) : "…";
  return (
    <span className="min-w-0 max-w-form">
      <PopoverCard
        label={t(m.grid_filter_value)}
        defaultOpen={condition.operands.chosen === undefined && wrong}
        button={
          <Button>
            <span className="max-w-menu truncate leading-ui">{label}</span>
          </Button>
        }
      >
        {(close) => (
          <OptionPicker
            label={t(m.grid_filter_value)}
            options={column.finds === "person" ? [me, ...options] : options}
            find={column.finds ? find?.(column) : undefined}
            chosen={chosen}
            several
            onChange={(now) => {
              onNames(Object.fromEntries(now.map(({ value, label: name }) => [value, name])));
              onOperands({ chosen: now.length > 0 ? now.map(({ value }) => value) : undefined });
            }}
            onLeave={close}
          />
        )}
      </PopoverCard>
    </span>
  );
}
