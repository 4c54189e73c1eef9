import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { classNames } from "../class-names.ts";
import { stepKey } from "../keys/step-key.ts";

type Tab = {
  readonly id: string;
  readonly label: string;
  readonly count?: string | undefined;
  readonly content: ReactNode;
};
type TabsProps = {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** The first, unless named. */
  readonly defaultTab?: string | undefined;
  readonly onChange?: ((id: string) => void) | undefined;
};

/** Parts of one small thing that share its place, such as a dialog. What deserves an address, or must be reached without script, takes TabLinks. */
export function Tabs({ label, tabs, defaultTab, onChange }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(defaultTab ?? tabs[0]?.id);
  const choose = (id: string) => {
    setChosen(id);
    onChange?.(id);
  };
  const walk = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = stepKey(event.key, at, tabs.length, "horizontal");
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[to ?? 0]?.focus();
  };
  return (
    <div className="grid min-w-0 gap-s4">
      <div ref={list} role="tablist" aria-label={label} className="flex gap-s4 overflow-x-auto border-b">
        {tabs.map(({ id, label: words, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}-tab-${id}`}
            aria-selected={id === chosen}
            aria-controls={`${base}-${id}`}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => choose(id)}
            onKeyDown={walk}
            className={classNames(
              "focus-inside flex min-h-control-m items-center gap-s1 whitespace-nowrap border-b-2 py-s1 text-s transition-colors",
              id === chosen
                ? "border-accent font-semibold text-ink"
                : "border-transparent text-ink-2 hover:border-line-strong hover:text-ink",
            )}
          >
            {words}
            {count && <span className="tabular font-normal text-ink-3">{count}</span>}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          role="tabpanel"
          id={`${base}-${id}`}
          aria-labelledby={`${base}-tab-${id}`}
          hidden={id !== chosen}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may hold nothing that takes the focus
          tabIndex={0}
          className="min-w-0"
        >
          {content}
        </div>
      ))}
    </div>
  );
}
