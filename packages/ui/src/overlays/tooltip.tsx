import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { ShortcutKeys } from "../keys/shortcut-keys.tsx";
import { Float } from "./float.tsx";

type TooltipProps = {
  readonly text: string;
  readonly shortcut?: string | undefined;
  /** The one Button or ButtonLink that it explains; what it says there must also be its label. */
  readonly children: ReactNode;
};

/** A word about a button, for those who hover or tab there. Never the only place where something is said. */
export function Tooltip({ text, shortcut, children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const id = useId();
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const after = (time: number, next: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), time);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what happens to the button within
    <span
      ref={anchor}
      role="presentation"
      onPointerEnter={(event) => event.pointerType === "mouse" && after(500, true)}
      onPointerLeave={() => after(100, false)}
      onPointerDown={() => after(0, false)}
      onFocus={(event) => event.target.matches(":focus-visible") && after(0, true)}
      onBlur={() => after(0, false)}
      onKeyDown={(event) => event.key === "Escape" && after(0, false)}
      className="inline-flex"
    >
      {children}
      {shown && (
        <Float
          anchor={anchor}
          onClose={() => setShown(false)}
          id={id}
          role="tooltip"
          className="flex max-w-form items-center gap-s2 rounded-r2 bg-ink px-s2 py-s1 text-s text-paper forced-colors:border"
        >
          {text}
          {shortcut && <ShortcutKeys shortcut={shortcut} />}
        </Float>
      )}
    </span>
  );
}
