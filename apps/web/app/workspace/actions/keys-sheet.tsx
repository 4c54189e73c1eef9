import { m } from "@guildhall/i18n/messages";
import { ShortcutSheet } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import type { OpenAction } from "./use-hall-actions.ts";

interface KeysSheetProps {
  readonly actions: readonly OpenAction[];
  /** What the sheet itself is called. */
  readonly title: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly enabled: boolean;
  readonly onEnabledChange: (enabled: boolean) => void;
}

/** The list of a hall's shortcuts; a door of its own, so that it is loaded when it is first asked for. */
export default function KeysSheet({ actions, title, ...sheet }: KeysSheetProps) {
  const { t } = useWords();
  const anywhere = [
    { keys: "mod+k", label: t(m.ui_search_or_do) },
    { keys: "?", label: title },
  ];
  const own = actions.flatMap(({ keys, label }) => (keys ? [{ keys, label }] : []));
  return (
    <ShortcutSheet
      {...sheet}
      groups={[
        { title: t(m.actions_keys_anywhere), shortcuts: anywhere },
        { title: t(m.actions_group), shortcuts: own },
      ]}
    />
  );
}
