import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { Chip } from "../marks/chip.tsx";
import { Icon } from "../marks/icon.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type DeviceItemProps = {
  readonly kind: "laptop" | "phone";
  /** "Firefox on Linux" */
  readonly name: string;
  /** Where and when: "Shanghai · last seen today". */
  readonly seen: ReactNode;
  readonly current?: boolean | undefined;
  /** Signs it out: a form with one button. */
  readonly action?: ReactNode;
};

/** A browser that is signed in. In a `<ul>`. */
export function DeviceItem({ kind, name, seen, current = false, action }: DeviceItemProps) {
  const { t } = useKitWords();
  return (
    <li className="flex min-h-row flex-wrap items-center gap-x-s3 gap-y-s2 border-b py-s3">
      <span className="grid size-control-m flex-none place-items-center rounded-r2 border bg-surface text-ink-2">
        <Icon name={kind} />
      </span>
      <span className="grid min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-s2 font-medium">
          {name}
          {current && <Chip tone="jade">{t(m.ui_this_device)}</Chip>}
        </span>
        <span className="text-s text-ink-2">{seen}</span>
      </span>
      {action}
    </li>
  );
}
