import { m } from "@guildhall/i18n/messages";
import { useShortcuts } from "@guildhall/ui";
import { useNavigate } from "@remix-run/react";
import { lazy, Suspense, useCallback, useState } from "react";
import { useWords } from "../../shell/words.ts";
import type { HallAction } from "./hall-actions.ts";
import { recentActions, rememberAction } from "./recent-actions.ts";
import { shortcutsAreOn, turnShortcuts } from "./shortcuts-on.ts";
import { type OpenAction, openActions } from "./use-hall-actions.ts";

const HallPalette = lazy(() => import("./hall-palette.tsx"));
const KeysSheet = lazy(() => import("./keys-sheet.tsx"));

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
  const [open, setOpen] = useState<Opened | null>(null);
  const [wanted, setWanted] = useState<readonly Opened[]>([]);
  const [enabled, setEnabled] = useState(shortcutsAreOn);

  const ask = (what: Opened) => () => {
    setWanted((before) => (before.includes(what) ? before : [...before, what]));
    setOpen(what);
  };
  const openPalette = ask("palette");
  const openSheet = ask("sheet");
  const run = (action: OpenAction) => {
    rememberAction(action.id);
    navigate(action.href);
  };
  const keys = bound.flatMap((action) => (action.keys ? [[action.keys, () => run(action)] as const] : []));
  useShortcuts({ "mod+k": openPalette });
  useShortcuts({ "?": openSheet, ...Object.fromEntries(keys) }, { enabled });

  const offer = useCallback((actions: readonly HallAction[]) => openActions(actions, { slug, may, t }), [slug, may, t]);
  const of = (what: Opened) => ({
    open: open === what,
    onOpenChange: (now: boolean) => setOpen(now ? what : null),
  });
  const door = wanted.length > 0 && ( // not before: a boundary that is still being hydrated takes no news
    <Suspense>
      {wanted.includes("palette") && (
        <HallPalette
          {...of("palette")}
          bound={bound}
          offer={offer}
          recent={open === "palette" ? recentActions() : []}
          onRun={run}
        />
      )}
      {wanted.includes("sheet") && (
        <KeysSheet
          {...of("sheet")}
          actions={bound}
          title={t(m.actions_sheet)}
          enabled={enabled}
          onEnabledChange={(on) => setEnabled(turnShortcuts(on))}
        />
      )}
    </Suspense>
  );
  return { openPalette, openSheet, door };
}

type Opened = "palette" | "sheet";
