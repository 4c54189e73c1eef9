import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";
import { Icon } from "../marks/icon.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";

/** What happened, newest first, strung on a hairline. */
export function Timeline({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol aria-label={label} className="grid">
      {children}
    </ol>
  );
}

type TimelineItemProps = {
  readonly icon: IconName;
  /** A sentence: who did what. */
  readonly children: ReactNode;
  /** A `<Time>` at the end of the line. */
  readonly time: ReactNode;
  /** What was said, a line of it. */
  readonly quote?: ReactNode;
  /** What belongs to the house's own story: in seal. */
  readonly marked?: boolean | undefined;
  /** A face, in the icon's place. */
  readonly face?: ReactNode;
  /** More than a line: a note, what was changed. */
  readonly body?: ReactNode;
  readonly actions?: ReactNode;
};

/** The day of the items that follow, in the same list. */
export function TimelineDay({ children }: { readonly children: ReactNode }) {
  return (
    <li className="pb-s3 pt-s1 text-xs font-semibold text-ink-2 not-first:pt-s3">
      <h3>{children}</h3>
    </li>
  );
}

export function TimelineItem({ icon, children, time, quote, marked = false, face, body, actions }: TimelineItemProps) {
  return (
    <li className="thread relative grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-s3 pb-s4 last:pb-0">
      {face ? (
        <span className="relative grid size-target place-items-center">{face}</span>
      ) : (
        <Mark icon={icon} marked={marked} />
      )}
      <div className="min-w-0 py-s0">
        <p className="break-words">{children}</p>
        {quote && <p className="mt-s0 break-words text-ink-2">{quote}</p>}
        {body && <div className="mt-s2 grid gap-s2">{body}</div>}
        {actions && <div className="mt-s1 flex flex-wrap gap-s2">{actions}</div>}
      </div>
      <span className="flex-none py-s0 text-xs leading-ui text-ink-3">{time}</span>
    </li>
  );
}

function Mark({ icon, marked }: { readonly icon: IconName; readonly marked: boolean }) {
  return (
    <span
      className={classNames(
        "relative grid size-target place-items-center rounded-full border bg-paper",
        marked ? "border-seal text-seal" : "border-line-strong text-ink-2",
      )}
    >
      <Icon name={icon} />
    </span>
  );
}
