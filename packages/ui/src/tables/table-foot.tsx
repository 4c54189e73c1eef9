import type { ReactNode } from "react";

type TableFootProps = {
  /** "398 of 5,214", "10,000+" */
  readonly count: ReactNode;
  /** Sums and the like: "Brought 612". */
  readonly sums?: readonly { readonly label: string; readonly value: ReactNode }[] | undefined;
  /** A Pager, or an undo. */
  readonly children?: ReactNode;
};

/** Below a table: how many there are, what they come to, and the way on. */
export function TableFoot({ count, sums = [], children }: TableFootProps) {
  return (
    <footer className="tabular flex min-h-row flex-wrap items-center justify-between gap-x-s5 gap-y-s1 text-xs text-ink-2">
      <span className="flex flex-wrap gap-x-s5 gap-y-s1">
        <span>{count}</span>
        {sums.map(({ label, value }) => (
          <span key={label}>
            {label} <b className="font-semibold text-ink">{value}</b>
          </span>
        ))}
      </span>
      {children}
    </footer>
  );
}
