import { m } from "@guildhall/i18n/messages";
import { type KeyboardEvent, useId, useState } from "react";
import { ChoiceList, choiceId } from "../choice/choice-list.tsx";
import { type Choice, matchChoices } from "../choice/choices.ts";
import { useFound } from "../choice/use-found.ts";
import { controlClass } from "../forms/control-class.ts";
import { isComposing } from "../keys/is-writing.ts";
import { stepKey } from "../keys/step-key.ts";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

export type FindChoices = (query: string, signal: AbortSignal) => Promise<readonly Choice[]>;
type Leaving = "enter" | "tab" | "back-tab" | "escape";
type OptionPickerProps = {
  readonly label: string;
  readonly options: readonly Choice[];
  /** Finds what is not among them. */
  readonly find?: FindChoices | undefined;
  readonly chosen: readonly Choice[];
  readonly several: boolean;
  /** What somebody has typed already. */
  readonly start?: string | undefined;
  /** Offers to make what was typed and is not there. */
  readonly onMake?: ((name: string) => void) | undefined;
  readonly onChange: (chosen: readonly Choice[]) => void;
  /** Enter on nothing, Tab, Esc. */
  readonly onLeave?: ((how: Leaving) => void) | undefined;
};

const MAKE = " make";

/** One or several of many, found by typing. The focus stays in the input. */
export function OptionPicker(props: OptionPickerProps) {
  const { label, options, find, chosen, several, start = "", onMake, onChange, onLeave } = props;
  const { t } = useKitWords();
  const id = useId();
  const [query, setQuery] = useState(start);
  const [at, setAt] = useState(start === "" ? -1 : 0);
  const found = useFound(query, find, options);
  const items = find && query.trim() !== "" ? found.items : matchChoices(options, query);
  const name = query.trim();
  const fresh = onMake && name !== "" && !options.some((option) => option.label.toLowerCase() === name.toLowerCase());
  const shown = fresh ? [...items, { value: MAKE, label: t(m.grid_edit_make, { name }) }] : items;
  const active = shown[at];
  const pick = (choice: Choice) => {
    if (choice.value === MAKE) onMake?.(name);
    else if (!several) onChange([choice]);
    else onChange(toggled(chosen, choice));
    setQuery("");
    setAt(-1);
  };
  const walk = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const arrow = event.key.startsWith("Arrow");
    const to = arrow ? stepKey(event.key, at, shown.length, "vertical") : undefined;
    const leaving = leavingBy(event.key, event.shiftKey);
    if (to !== undefined) setAt(to);
    else if (event.key === "Enter" && active) pick(active);
    else if (leaving && onLeave) onLeave(leaving);
    else if (event.key === "Backspace" && query === "" && several) onChange(chosen.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="grid min-w-menu gap-s1">
      {several && chosen.length > 0 && <Picked chosen={chosen} onChange={onChange} />}
      <input
        type="text"
        role="combobox"
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded
        aria-controls={`${id}-list`}
        {...(active && { "aria-activedescendant": choiceId(`${id}-list`, active) })}
        placeholder={t(m.grid_edit_pick)}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(event.currentTarget.value.trim() === "" ? -1 : 0);
        }}
        onKeyDown={walk}
        className={controlClass}
      />
      <div className="max-h-pane overflow-auto">
        <ChoiceList
          id={`${id}-list`}
          label={label}
          items={shown}
          active={active}
          chosen={several ? undefined : chosen[0]?.value}
          marked={several ? new Set(chosen.map(({ value }) => value)) : undefined}
          onChoose={pick}
          onPoint={(choice) => setAt(shown.indexOf(choice))}
        />
        {shown.length === 0 && !found.searching && (
          <p className="px-s2 py-s2 text-ink-3">{t(m.grid_edit_none_found)}</p>
        )}
      </div>
    </div>
  );
}

function leavingBy(key: string, shift: boolean): Leaving | undefined {
  if (key === "Enter") return "enter";
  if (key === "Escape") return "escape";
  if (key === "Tab") return shift ? "back-tab" : "tab";
  return undefined;
}

type PickedProps = Pick<OptionPickerProps, "chosen" | "onChange">;

function Picked({ chosen, onChange }: PickedProps) {
  const { t } = useKitWords();
  return (
    <div className="flex flex-wrap gap-s1">
      {chosen.map((choice) => (
        <span
          key={choice.value}
          className="edged inline-flex h-target items-center rounded-r1 bg-sunk pl-s2 text-s text-ink-2"
        >
          {choice.label}
          <button
            type="button"
            tabIndex={-1}
            aria-label={t(m.ui_remove, { name: choice.label })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChange(chosen.filter((other) => other.value !== choice.value))}
            className="grid size-target place-items-center text-ink-3 hover:text-ink"
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
    </div>
  );
}

function toggled(chosen: readonly Choice[], choice: Choice): readonly Choice[] {
  const rest = chosen.filter(({ value }) => value !== choice.value);
  return rest.length < chosen.length ? rest : [...chosen, choice];
}
