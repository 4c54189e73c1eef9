import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";

type BannerProps = {
  /** trial: days left; offline: no connection; closed: suspended or locked; word: the house has news. */
  readonly kind: "trial" | "offline" | "closed" | "word";
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

/** One line across the top of all rooms, for what holds in every one of them. */
export function Banner({ kind, action, children }: BannerProps) {
  const { icon, ground } = KINDS[kind];
  return (
    <div
      role="status"
      data-print="no"
      className={classNames(
        "flex min-h-row flex-wrap items-center justify-center gap-x-s3 gap-y-s1 border-b px-s4 py-s1 text-s",
        ground,
      )}
    >
      <span className="flex min-w-0 items-center gap-s2">
        <Icon name={icon} />
        <span className="min-w-0">{children}</span>
      </span>
      {action}
    </div>
  );
}

const KINDS: Record<BannerProps["kind"], { icon: IconName; ground: string }> = {
  trial: { icon: "clock", ground: "bg-ochre-tint text-ochre" },
  offline: { icon: "offline", ground: "bg-sunk text-ink-2" },
  closed: { icon: "lock", ground: "bg-seal-tint text-seal" },
  word: { icon: "talk", ground: "bg-indigo-tint text-indigo" },
};
