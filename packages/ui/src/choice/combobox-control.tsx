import { m } from "@guildhall/i18n/messages";
import { useRef, useState } from "react";
import { classNames } from "../class-names.ts";
import { Spinner } from "../feedback/spinner.tsx";
import { controlClass } from "../forms/control-class.ts";
import { isComposing } from "../keys/is-writing.ts";
import { stepKey } from "../keys/step-key.ts";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import { ChoiceList, choiceId } from "./choice-list.tsx";
import type { Choice } from "./choices.ts";
import { type Find, useFound } from "./use-found.ts";

type ComboboxControlProps = {
  readonly wiring: { readonly id: string };
  readonly find: Find<Choice>;
  readonly first: readonly Choice[];
  readonly chosen: Choice | undefined;
  readonly label: string;
  readonly placeholder: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly onChoose: (choice: Choice | undefined) => void;
};

/** A text input with a list below it, after the ARIA pattern: the focus stays in the input, arrows walk the list. */
export function ComboboxControl({
  wiring,
  find,
  first,
  chosen,
  label,
  placeholder,
  required,
  disabled,
  onChoose,
}: ComboboxControlProps) {
  const { t } = useKitWords();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState<string>();
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const { items, searching } = useFound(query ?? "", find, first);
  const listId = `${wiring.id}-list`;
  const shut = () => {
    setOpen(false);
    setQuery(undefined);
    setAt(-1);
  };
  const choose = (choice: Choice | undefined) => {
    if (choice?.disabled) return;
    onChoose(choice);
    shut();
  };
  const active = open ? items[at] : undefined;
  return (
    <div className="relative grid">
      <input
        {...wiring}
        name={undefined}
        ref={box}
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        {...(active && { "aria-activedescendant": choiceId(listId, active) })}
        placeholder={placeholder}
        required={required}
        disabled={disabled}
        value={query ?? chosen?.label ?? ""}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setQuery(text);
          setOpen(true);
          setAt(text.trim() === "" ? -1 : 0);
          if (text === "") onChoose(undefined);
        }}
        onBlur={shut}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Escape" && open) {
            event.preventDefault();
            event.stopPropagation();
            shut();
          } else if (event.key === "Enter" && open && active) {
            event.preventDefault();
            choose(active);
          } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (open) setAt(stepKey(event.key, at, items.length, "vertical") ?? -1);
            else setOpen(true);
          }
        }}
        className={`${controlClass} pr-s6`}
      />
      <span className="pointer-events-none absolute inset-y-0 right-s2 flex items-center text-ink-3">
        {searching ? <Spinner /> : <Icon name="chevron-down" />}
      </span>
      <div
        className={classNames(
          "absolute inset-x-0 top-full z-30 mt-s1 max-h-pane overflow-auto rounded-r3 border bg-raised p-s1 text-ink shadow-float",
          !open && "hidden",
        )}
      >
        <ChoiceList
          id={listId}
          label={label}
          items={items}
          active={active}
          chosen={chosen?.value}
          onChoose={choose}
          onPoint={(choice) => setAt(items.indexOf(choice))}
        />
        {open && items.length === 0 && !searching && (
          <p className="px-s2 py-s2 text-ink-2">{t(m.ui_none_found, { query: query ?? "" })}</p>
        )}
      </div>
      <span role="status" className="sr-only">
        {open && !searching && query && t(m.ui_found, { count: items.length })}
      </span>
    </div>
  );
}
