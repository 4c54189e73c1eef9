import { Kbd } from "../marks/kbd.tsx";
import { shortcutKeys } from "./shortcut.ts";
import { useAppleKeys } from "./use-apple-keys.ts";

/** A shortcut on its keys: ⌘ K on an Apple keyboard, Ctrl K elsewhere. */
export function ShortcutKeys({ shortcut }: { readonly shortcut: string }) {
  const apple = useAppleKeys();
  const presses = shortcut.split(" ").flatMap((press) => shortcutKeys(press, apple));
  return (
    <span className="inline-flex flex-none items-center gap-s0">
      {presses.map((key, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key may be pressed twice
        <Kbd key={`${at} ${key}`}>{key}</Kbd>
      ))}
    </span>
  );
}
