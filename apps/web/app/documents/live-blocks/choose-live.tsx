import type { LiveRef } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Avatar, Dialog, Icon, Spinner } from "@guildhall/ui";
import type { LiveChoice, OfferedLiveBlock } from "@guildhall/work/schemas";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useWords } from "../../shell/words.ts";
import { findLiveChoices } from "./ask-live-parts.ts";

type ChooseLiveProps = {
  readonly of: OfferedLiveBlock;
  readonly address: string;
  readonly hall: string;
  /** Null where nothing was chosen. */
  readonly onChosen: (params: LiveRef["params"] | null) => void;
};

/** What a live block is to show: found by typing, walked by arrows, taken by Enter or a press. */
export default function ChooseLive({ of, address, hall, onChosen }: ChooseLiveProps) {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const { choices, isAsking } = useChoices(address, of.kind, query);
  const active = choices[Math.min(at, choices.length - 1)];
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is active
  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const optionId = (choice: LiveChoice) => `${id}-${choices.indexOf(choice)}`;
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0)
      setAt((now) => (Math.min(now, choices.length - 1) + step + choices.length) % choices.length);
    else if (event.key === "Enter" && active) onChosen(active.params);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={of.label} closeLabel={t(m.live_blocks_close)} open onOpenChange={(open) => open || onChosen(null)}>
      <div className="grid gap-s2">
        <label htmlFor={`${id}-find`} className="text-s text-ink-2">
          {of.ask}
        </label>
        <div className="relative grid">
          <input
            id={`${id}-find`}
            data-autofocus=""
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            aria-autocomplete="list"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            {...(active && { "aria-activedescendant": optionId(active) })}
            placeholder={t(m.live_blocks_find)}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={walk}
            className="h-control-m min-w-0 rounded-r2 border border-control bg-surface px-s2 text-input"
          />
          <span className="pointer-events-none absolute inset-y-0 right-s2 flex items-center text-ink-3">
            {isAsking ? <Spinner /> : <Icon name="search" />}
          </span>
        </div>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={of.ask}
          tabIndex={-1}
          className="grid h-pane content-start overflow-auto"
        >
          {choices.map((choice) => (
            <Option
              key={optionId(choice)}
              id={optionId(choice)}
              choice={choice}
              hall={hall}
              isActive={choice === active}
              onPoint={() => setAt(choices.indexOf(choice))}
              onTake={() => onChosen(choice.params)}
            />
          ))}
        </div>
        {choices.length === 0 && !isAsking && <p className="text-ink-3">{t(m.editor_nothing_found)}</p>}
        <span role="status" className="sr-only">
          {!isAsking && t(m.editor_found, { count: choices.length })}
        </span>
      </div>
    </Dialog>
  );
}

type OptionProps = {
  readonly id: string;
  readonly choice: LiveChoice;
  readonly hall: string;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
};

function Option({ id, choice: { label, hint, face }, hall, isActive, onPoint, onTake }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input above hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the input above keeps the focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      {...(isActive && { "data-active": "" })}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onTake}
      className={`flex min-h-control-m cursor-pointer flex-wrap items-center gap-x-s3 rounded-r2 px-s2 py-s1 ${isActive ? "bg-sunk" : ""}`}
    >
      {face && <Avatar id={face.id} name={label} image={face.fileId && `${hall}/files/${face.fileId}?width=96`} />}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {hint && <span className="min-w-0 truncate text-s text-ink-3">{hint}</span>}
    </div>
  );
}

const pause = 120;

/** What these letters find; what was found before stays until then. */
function useChoices(address: string, kind: string, query: string) {
  const [found, setFound] = useState<{ readonly query: string | null; readonly choices: readonly LiveChoice[] }>({
    query: null,
    choices: [],
  });
  useEffect(() => {
    const search = new AbortController();
    const timer = setTimeout(
      () =>
        findLiveChoices(address, kind, query, search.signal).then(
          (choices) => search.signal.aborted || setFound({ query, choices }),
          () => search.signal.aborted || setFound({ query, choices: [] }),
        ),
      query === "" ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [address, kind, query]);
  return { choices: found.choices, isAsking: found.query !== query };
}
