import { useEffect, useRef } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { Choice } from "./choices.ts";

type ChoiceListProps = {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Choice[];
  readonly active: Choice | undefined;
  readonly chosen?: string | undefined;
  /** Where several can be chosen: those that are. */
  readonly marked?: ReadonlySet<string> | undefined;
  readonly onChoose: (choice: Choice) => void;
  readonly onPoint: (choice: Choice) => void;
};

/** The list of a combobox: never focused itself, walked from its input. */
export function ChoiceList({ id, label, items, active, chosen, marked, onChoose, onPoint }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const isOn = ({ value }: Choice) => value === chosen || marked?.has(value) === true;
  useEffect(() => {
    if (active) list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} tabIndex={-1} {...(marked && MANY)} className="grid">
      {items.map((choice) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input above hears the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the input above keeps the focus
        <div
          key={choice.value}
          id={choiceId(id, choice)}
          role="option"
          aria-selected={isOn(choice)}
          {...(choice.disabled && { "aria-disabled": true })}
          {...(choice === active && { "data-active": "" })}
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onPoint(choice)}
          onClick={() => onChoose(choice)}
          className={classNames(
            "flex min-h-control-m cursor-pointer items-center gap-s2 rounded-r2 px-s2 py-s1",
            choice === active && "bg-sunk",
            choice.disabled && "text-ink-3",
          )}
        >
          {choice.mark}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          {choice.hint && <span className="min-w-0 truncate text-s text-ink-3">{choice.hint}</span>}
          {isOn(choice) && <Icon name="check" />}
        </div>
      ))}
    </div>
  );
}

const MANY = { "aria-multiselectable": true };

export function choiceId(listId: string, { value }: Pick<Choice, "value">): string {
  return `${listId}-${value.replaceAll(/\s/g, "_")}`;
}
