import type { ReactNode } from "react";

/** Above a table: filters at the left, how it is shown at the right. */
export function TableTools({ children, aside }: { readonly children?: ReactNode; readonly aside?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-s1 gap-y-s2 sm:gap-x-s4 py-s2" data-print="no">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-s2 max-sm:contents">{children}</div>
      {aside && <div className="flex flex-wrap items-center gap-s1 text-s text-ink-2 max-sm:contents">{aside}</div>}
    </div>
  );
}
