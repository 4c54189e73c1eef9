import { m } from "@guildhall/i18n/messages";
import { LazyPalette, useShortcuts } from "@guildhall/ui";
import type { CommandAction } from "@guildhall/ui/palette";
import { useNavigate } from "@remix-run/react";
import { lazy, Suspense, useMemo, useState } from "react";
import { useWords } from "../../shell/words.ts";
import type { HallAction } from "./hall-actions.ts";
import { recentActions, rememberAction } from "./recent-actions.ts";
import { shortcutsAreOn, turnShortcuts } from "./shortcuts-on.ts";
import { type OpenAction, openActions } from "./use-hall-actions.ts";

const ShortcutSheet = lazy(() => import("./keys-sheet.tsx"));

interface CommandDoor {
  /** Opens the palette. */
  readonly openPalette: () => void;
  /** Opens the list of shortcuts. */
  readonly openSheet: () => void;
  /** To stand once in the frame. */
  readonly door: React.ReactNode;
}

/** ⌘K, `?` and the two-key shortcuts of a hall; what they open is loaded when it is first asked for. */
export function useCommandDoor(bound: readonly OpenAction[], slug: string, may: readonly string[]): CommandDoor {
  const { t } = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState<"palette" | "sheet" | null>(null);
  const [sheetWanted, setSheetWanted] = useState(false);
  const [enabled, setEnabled] = useState(shortcutsAreOn);

  const [paletteAlone, setPaletteAlone] = useState<readonly HallAction[]>([]);
  const actions = useMemo(
    () => [...bound, ...openActions(paletteAlone, { slug, may, t })],
    [bound, paletteAlone, slug, may, t],
  );

  const openPalette = () => {
    setOpen("palette");
    if (paletteAlone.length === 0)
      void import("./palette-actions.ts").then(({ paletteActions }) => setPaletteAlone(paletteActions));
  };
  const openSheet = () => {
    setSheetWanted(true);
    setOpen("sheet");
  };
  const run = (action: OpenAction) => {
    rememberAction(action.id);
    navigate(action.href);
  };
  const keys = bound.flatMap((action) => (action.keys ? [[action.keys, () => run(action)] as const] : []));
  useShortcuts({ "mod+k": openPalette });
  useShortcuts({ "?": openSheet, ...Object.fromEntries(keys) }, { enabled });

  const commands = useMemo(() => actions.map(commandOf), [actions]);
  const recent = open === "palette" ? recentActions(commands) : [];
  const door = (
    <>
      <LazyPalette
        open={open === "palette"}
        onOpenChange={(now) => setOpen(now ? "palette" : null)}
        groups={[{ title: t(m.actions_group), actions: commands }]}
        recent={recent}
        onRun={({ id }) => {
          const action = actions.find((each) => each.id === id);
          if (action) run(action);
        }}
      />
      {sheetWanted && ( // not before: a boundary that is still being hydrated takes no news
        <Suspense>
          <ShortcutSheet
            open={open === "sheet"}
            onOpenChange={(now) => setOpen(now ? "sheet" : null)}
            enabled={enabled}
            onEnabledChange={(on) => setEnabled(turnShortcuts(on))}
            groups={[
              {
                title: t(m.actions_keys_anywhere),
                shortcuts: [
                  { keys: "mod+k", label: t(m.ui_search_or_do) },
                  { keys: "?", label: t(m.actions_sheet) },
                ],
              },
              {
                title: t(m.actions_group),
                shortcuts: actions.flatMap(({ keys, label }) => (keys ? [{ keys, label }] : [])),
              },
            ]}
          />
        </Suspense>
      )}
    </>
  );
  return { openPalette, openSheet, door };
}

function commandOf({ id, label, icon, keywords, keys }: OpenAction): CommandAction {
  return { id, label, icon, keywords, shortcut: keys };
}
