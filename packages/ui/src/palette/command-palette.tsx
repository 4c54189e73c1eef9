import { m } from "@guildhall/i18n/messages";
import { useMemo, useState } from "react";
import { matchChoices } from "../choice/choices.ts";
import { type Find, useFound } from "../choice/use-found.ts";
import { Spinner } from "../feedback/spinner.tsx";
import { isComposing } from "../keys/is-writing.ts";
import { ShortcutKeys } from "../keys/shortcut-keys.tsx";
import { stepKey } from "../keys/step-key.ts";
import { Icon } from "../marks/icon.tsx";
import { Modal } from "../overlays/modal.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { CommandAction, CommandGroup } from "./command.ts";
import { CommandRow, commandId } from "./command-row.tsx";

type CommandPaletteProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Everything that can be done from here, by group; filtered as one types. */
  readonly groups: readonly CommandGroup[];
  /** What was used last, shown first while nothing is typed. */
  readonly recent?: readonly CommandAction[] | undefined;
  /** Finds people, events, documents; shown below what can be done. */
  readonly find?: Find<CommandAction> | undefined;
  /** The title over what `find` finds. */
  readonly foundTitle?: string | undefined;
  /** Runs it; the palette is closed by then. */
  readonly onRun: (action: CommandAction) => void;
};

/** Search or do: one field for everything in the house. Opened by ⌘K; load it then, not before. */
export function CommandPalette({ open, onOpenChange, ...palette }: CommandPaletteProps) {
  const { t } = useKitWords();
  if (!open) return null;
  const close = () => onOpenChange(false);
  return (
    <Modal onClose={close} label={t(m.ui_search_or_do)} className="palette">
      <PaletteBody {...palette} close={close} />
    </Modal>
  );
}

type PaletteBodyProps = Omit<CommandPaletteProps, "open" | "onOpenChange"> & { readonly close: () => void };

function PaletteBody({ groups, recent = [], find, foundTitle, onRun, close }: PaletteBodyProps) {
  const { t } = useKitWords();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const { items: found, searching } = useFound(query, find, NONE);
  const shown = useMemo(
    () => shownGroups({ query, groups, recent, recentTitle: t(m.ui_recent), found, foundTitle }),
    [query, groups, recent, found, foundTitle, t],
  );
  const rows = shown.flatMap(({ actions }) => actions);
  const active = rows[Math.min(at, rows.length - 1)];
  const run = (action: CommandAction | undefined) => {
    if (!action) return;
    close();
    onRun(action);
  };
  return (
    <>
      <div className="flex items-center gap-s3 border-b px-s4">
        <span className="flex flex-none text-ink-3">{searching ? <Spinner /> : <Icon name="search" />}</span>
        <input
          data-autofocus=""
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={t(m.ui_search_or_do)}
          aria-autocomplete="list"
          aria-expanded
          aria-controls={LIST}
          {...(active && { "aria-activedescendant": commandId(active) })}
          placeholder={t(m.ui_search_or_do)}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            const to =
              event.key === "Home" || event.key === "End" ? undefined : stepKey(event.key, at, rows.length, "vertical");
            if (to !== undefined) {
              event.preventDefault();
              setAt(to);
            } else if (event.key === "Enter") {
              event.preventDefault();
              run(active);
            }
          }}
          className="focus-holder h-control-l min-w-0 flex-1 bg-transparent font-title text-title-s"
        />
        <button
          type="button"
          onClick={close}
          aria-label={t(m.ui_close)}
          className="grid size-control-m flex-none place-items-center rounded-r2 text-ink-3 hover:text-ink"
        >
          <Icon name="close" />
        </button>
      </div>
      <div
        id={LIST}
        role="listbox"
        aria-label={t(m.ui_search_or_do)}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-auto p-s2"
      >
        {shown.map(({ title, actions }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={title} role="group" aria-label={title} className="not-first:mt-s2">
            <p aria-hidden="true" className="px-s2 py-s1 text-xs text-ink-3">
              {title}
            </p>
            {actions.map((action) => (
              <CommandRow
                key={action.id}
                action={action}
                active={action === active}
                onRun={() => run(action)}
                onPoint={() => setAt(rows.indexOf(action))}
              />
            ))}
          </div>
        ))}
      </div>
      <PaletteFoot none={rows.length === 0 && !searching ? query : undefined} count={rows.length} />
    </>
  );
}

function PaletteFoot({ none, count }: { readonly none: string | undefined; readonly count: number }) {
  const { t } = useKitWords();
  return (
    <>
      {none !== undefined && (
        <p className="px-s5 py-s5 text-center text-ink-2">{t(m.ui_none_found, { query: none })}</p>
      )}
      <div className="hidden flex-wrap items-center gap-x-s4 gap-y-s1 border-t px-s4 py-s2 text-xs text-ink-3 sm:flex">
        <span className="flex items-center gap-s1">
          <ShortcutKeys shortcut="arrowup arrowdown" /> {t(m.ui_key_walk)}
        </span>
        <span className="flex items-center gap-s1">
          <ShortcutKeys shortcut="enter" /> {t(m.ui_key_open)}
        </span>
        <span className="flex items-center gap-s1">
          <ShortcutKeys shortcut="escape" /> {t(m.ui_key_close)}
        </span>
        <span role="status" className="tabular ml-auto">
          {t(m.ui_found, { count })}
        </span>
      </div>
    </>
  );
}

type Shown = {
  readonly query: string;
  readonly groups: readonly CommandGroup[];
  readonly recent: readonly CommandAction[];
  readonly recentTitle: string;
  readonly found: readonly CommandAction[];
  readonly foundTitle: string | undefined;
};

/** What was used last and everything else; or, of everything, what is found. Nothing stands there twice. */
function shownGroups({ query, groups, recent, recentTitle, found, foundTitle }: Shown): readonly CommandGroup[] {
  if (query.trim() === "") {
    const used = new Set(recent.map(({ id }) => id));
    const rest = groups.map(({ title, actions }) => ({ title, actions: actions.filter(({ id }) => !used.has(id)) }));
    return [{ title: recentTitle, actions: recent }, ...rest].filter(({ actions }) => actions.length > 0);
  }
  const fitting = groups.map(({ title, actions }) => ({ title, actions: matchChoices(actions, query) }));
  return [...fitting, { title: foundTitle ?? recentTitle, actions: found }].filter(({ actions }) => actions.length > 0);
}

const LIST = "command-palette-list";
const NONE: readonly CommandAction[] = [];
