import { useEffect, useRef } from "react";
import { classNames } from "../class-names.ts";
import { ShortcutKeys } from "../keys/shortcut-keys.tsx";
import { Icon } from "../marks/icon.tsx";
import type { CommandAction } from "./command.ts";

type CommandRowProps = {
  readonly action: CommandAction;
  readonly active: boolean;
  readonly onRun: () => void;
  readonly onPoint: () => void;
};

/** Something to do or to open. */
export function CommandRow({ action, active, onRun, onPoint }: CommandRowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus
    <div
      ref={row}
      id={commandId(action)}
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onRun}
      className={classNames(
        "flex min-h-row cursor-pointer items-center gap-s3 rounded-r2 px-s2",
        active && "place-where bg-sunk",
      )}
    >
      <span className="grid size-target flex-none place-items-center text-ink-3">
        {action.mark ?? (action.icon && <Icon name={action.icon} />)}
      </span>
      <span className="min-w-0 truncate">{action.label}</span>
      {action.hint && <span className="min-w-0 flex-1 truncate text-s text-ink-3">{action.hint}</span>}
      {action.shortcut && (
        <span className="ml-auto">
          <ShortcutKeys shortcut={action.shortcut} />
        </span>
      )}
    </div>
  );
}

export function commandId({ id }: Pick<CommandAction, "id">): string {
  return `command-${id.replaceAll(/\s/g, "_")}`;
}
