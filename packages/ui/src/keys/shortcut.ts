/** What a pressed key is, as far as a shortcut asks. */
export type PressedKey = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * Whether a press is that shortcut: "?", "g", "Escape", or with "mod" (⌘ or Ctrl) and "shift": "mod+k", "mod+shift+z".
 * A sign that needs Shift on some keyboards ("?") is named by itself.
 */
export function isShortcut(pressed: PressedKey, shortcut: string): boolean {
  const parts = shortcut.toLowerCase().split("+");
  const key = parts.at(-1) ?? "";
  const mod = parts.includes("mod");
  if (pressed.key.toLowerCase() !== key || pressed.altKey || mod !== (pressed.metaKey || pressed.ctrlKey)) return false;
  return parts.includes("shift") === pressed.shiftKey || (!mod && key.length === 1 && !/[a-z0-9]/.test(key));
}

/** A shortcut as it is printed on the keys: ["⌘", "K"], or ["Ctrl", "K"] away from Apple's. */
export function shortcutKeys(shortcut: string, apple: boolean): readonly string[] {
  return shortcut.split("+").map((part) => {
    if (part === "mod") return apple ? "⌘" : "Ctrl";
    if (part === "shift") return apple ? "⇧" : "Shift";
    return NAMES[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

const NAMES: Readonly<Record<string, string>> = {
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  enter: "Enter",
  escape: "Esc",
};
