import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7;
type StackProps = { readonly gap?: Gap | undefined; readonly children: ReactNode };

/** One below the other. */
export function Stack({ gap = 4, children }: StackProps) {
  return <div className={classNames("flex min-w-0 flex-col", GAPS[gap])}>{children}</div>;
}

type RowProps = StackProps & {
  readonly align?: "center" | "start" | "baseline" | "end" | undefined;
  /** Where the room left over goes. */
  readonly spread?: boolean | undefined;
};

/** One beside the other, wrapping where it is narrow. */
export function Row({ gap = 2, align = "center", spread = false, children }: RowProps) {
  return (
    <div className={classNames("flex min-w-0 flex-wrap", GAPS[gap], ALIGN[align], spread && "justify-between")}>
      {children}
    </div>
  );
}

const GAPS: Record<Gap, string> = {
  1: "gap-s1",
  2: "gap-s2",
  3: "gap-s3",
  4: "gap-s4",
  5: "gap-s5",
  6: "gap-s6",
  7: "gap-s7",
};
const ALIGN = { center: "items-center", start: "items-start", baseline: "items-baseline", end: "items-end" };
