import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";

type NoticeTone = "info" | "success" | "warning" | "danger";
type NoticeProps = {
  readonly tone?: NoticeTone | undefined;
  readonly title?: string | undefined;
  /** Appears after an act, and so is said aloud: danger at once, the others when there is a pause. */
  readonly live?: boolean | undefined;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
};

/** Something the house has to say, where it concerns. */
export function Notice({ tone = "info", title, live = false, action, children }: NoticeProps) {
  const { icon, edge, ink } = TONES[tone];
  return (
    <div
      {...(live && { role: tone === "danger" ? "alert" : "status" })}
      className={classNames(
        "flex flex-wrap items-start gap-s3 rounded-r2 border border-l-3 bg-surface px-s4 py-s3",
        edge,
      )}
    >
      <span className={classNames("flex h-target items-center", ink)}>
        <Icon name={icon} />
      </span>
      <div className="min-w-0 flex-1">
        {title && <p className="min-h-target font-semibold">{title}</p>}
        {children && <div className="min-h-target text-ink-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}

const TONES: Record<NoticeTone, { icon: IconName; edge: string; ink: string }> = {
  info: { icon: "info", edge: "border-l-indigo", ink: "text-indigo" },
  success: { icon: "check", edge: "border-l-jade", ink: "text-jade" },
  warning: { icon: "warning", edge: "border-l-ochre", ink: "text-ochre" },
  danger: { icon: "warning", edge: "border-l-seal", ink: "text-seal" },
};
