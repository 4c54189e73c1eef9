import { classNames } from "../class-names.ts";

type BadgeProps = {
  /** Nothing is shown for none; 100 and more is 99+. */
  readonly count: number;
  /** What is counted, said: "3 unread". */
  readonly label: string;
  /** Yours is in seal, what merely is there is quiet. */
  readonly tone?: "seal" | "quiet" | undefined;
};

/** A number that wants to be seen to: unread, waiting, overdue. */
export function Badge({ count, label, tone = "seal" }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      role="img"
      aria-label={label}
      className={classNames(
        "tabular inline-grid h-s4 min-w-s4 flex-none place-items-center rounded-full px-s1 text-face font-semibold leading-none",
        tone === "seal" ? "bg-seal text-ink-on-seal" : "edged bg-sunk text-ink-2",
      )}
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
