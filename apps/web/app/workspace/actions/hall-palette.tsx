import { locales } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { type CommandAction, CommandPalette } from "@guildhall/ui/palette";
import { useMemo } from "react";
import { useWords, wordsIn } from "../../shell/words.ts";
import type { HallAction } from "./hall-actions.ts";
import { paletteActions, pinyin } from "./palette-actions.ts";
import type { OpenAction } from "./use-hall-actions.ts";

interface HallPaletteProps {
  /** What the rail and the shortcuts lead to. */
  readonly bound: readonly OpenAction[];
  /** Those of further actions that this visitor may do. */
  readonly offer: (actions: readonly HallAction[]) => readonly OpenAction[];
  /** Ids of what was done last, the latest first. */
  readonly recent: readonly string[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onRun: (action: OpenAction) => void;
}

/** The palette of a hall; a door of its own, so that it is loaded when it is first asked for. */
export default function HallPalette({ bound, offer, recent, onRun, ...palette }: HallPaletteProps) {
  const { t } = useWords();
  const actions = useMemo(() => [...bound, ...offer(paletteActions)], [bound, offer]);
  const commands = useMemo(() => actions.map(commandOf), [actions]);
  return (
    <CommandPalette
      {...palette}
      groups={[{ title: t(m.actions_group), actions: commands }]}
      recent={recent.flatMap((id) => commands.filter((command) => command.id === id))}
      onRun={({ id }) => {
        const action = actions.find((each) => each.id === id);
        if (action) onRun(action);
      }}
    />
  );
}

/** Found by pinyin as well, and by its name in the other language. */
function commandOf({ id, label, icon, keys, message }: OpenAction): CommandAction {
  const names = locales.map((locale) => wordsIn(locale).t(message));
  return { id, label, icon, shortcut: keys, keywords: [pinyin[id], ...names].join(" ") };
}
