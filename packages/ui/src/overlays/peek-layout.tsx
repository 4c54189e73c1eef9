import { type ReactNode, useEffect, useState } from "react";
import { classNames } from "../class-names.ts";

type PeekLayoutProps = {
  /** A `<PeekPanel>`, while something is looked at. */
  readonly panel?: ReactNode;
  readonly children: ReactNode;
};

/** A list, and beside it what is looked at. The list keeps its place; on a phone the panel lies over it. */
export function PeekLayout({ panel, children }: PeekLayoutProps) {
  const narrow = useNarrow();
  const covered = Boolean(panel) && narrow;
  return (
    <div
      className={classNames(
        "min-w-0",
        Boolean(panel) && "lg:grid lg:grid-cols-[minmax(0,1fr)_var(--width-peek)] lg:items-start",
      )}
    >
      <div {...(covered && COVERED)} className="min-w-0">
        {children}
      </div>
      {panel}
    </div>
  );
}

// React 18 knows no `inert`; as an attribute it works all the same.
const COVERED = { inert: "" };

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    const query = matchMedia("(width < 80rem)");
    const look = () => setNarrow(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return narrow;
}
