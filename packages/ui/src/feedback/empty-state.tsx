import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { Title } from "../text/title.tsx";

type EmptyKind = "none-yet" | "no-matches" | "no-access" | "all-done";
type EmptyStateProps = {
  readonly kind: EmptyKind;
  readonly title: string;
  readonly text: ReactNode;
  /** One act, or none. */
  readonly action?: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
};

/** Nothing here, and why: a fresh sheet, a search that found none, a door that is closed, nothing that waits. */
export function EmptyState({ kind, title, text, action, level = 2 }: EmptyStateProps) {
  const { icon, sheet, mark } = KINDS[kind];
  return (
    <div className={classNames("flex flex-col items-center rounded-r3 px-s4 py-s7 text-center", sheet)}>
      <span aria-hidden="true" className={classNames("mb-s4 grid size-control-l place-items-center", mark)}>
        <Icon name={icon} />
      </span>
      <Title level={level}>{title}</Title>
      <p className="mt-s1 max-w-form text-ink-2">{text}</p>
      {action && <div className="mt-s4">{action}</div>}
    </div>
  );
}

const KINDS: Record<EmptyKind, { icon: IconName; sheet: string; mark: string }> = {
  "none-yet": {
    icon: "plus",
    sheet: "framed bg-surface",
    mark: "turned rounded-r2 border-2 border-dashed border-seal bg-surface text-seal",
  },
  "no-matches": { icon: "search", sheet: "", mark: "rounded-full border bg-surface text-ink-3" },
  "no-access": {
    icon: "door",
    sheet: "bg-sunk",
    mark: "rounded-t-full border border-b-2 border-line-strong border-b-ink-3 bg-paper text-ink-2",
  },
  "all-done": { icon: "check", sheet: "", mark: "turned rounded-r2 bg-jade text-paper" },
};
