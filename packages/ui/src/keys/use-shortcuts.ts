import { useEffect, useRef } from "react";
import { isComposing, isWriting } from "./is-writing.ts";
import { isShortcut } from "./shortcut.ts";

type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Runs an act when its shortcut is pressed anywhere on the page: `useShortcuts({ "mod+k": open, "?": help })`. Two keys
 * in a row are written with a space: "g p". Silent while somebody writes (but for those with mod), while an input method
 * chooses, and where the person has turned them off.
 */
export function useShortcuts(shortcuts: Shortcuts, { enabled = true }: { readonly enabled?: boolean } = {}) {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    if (!enabled) return;
    let before = "";
    let since = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const lead = event.timeStamp - since < IN_A_ROW ? before : "";
      before = event.key.toLowerCase();
      since = event.timeStamp;
      const meant = Object.entries(current.current).find(([shortcut]) => isMeant(event, shortcut, lead));
      if (!meant) return;
      event.preventDefault();
      before = "";
      meant[1]();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [enabled]);
}

/** Whether a press completes that shortcut, `lead` being the key before it. A letter is a letter where somebody writes. */
function isMeant(event: KeyboardEvent, shortcut: string, lead: string): boolean {
  const [first = "", second] = shortcut.split(" ");
  if (!first.startsWith("mod+") && isWriting(event.target)) return false;
  return second === undefined ? isShortcut(event, first) : first === lead && isShortcut(event, second);
}

const IN_A_ROW = 1_000;
