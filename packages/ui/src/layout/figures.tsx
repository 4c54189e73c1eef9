import type { ReactNode } from "react";
import { classNames } from "../class-names.ts";

/** Big numbers under a hairline, each with its word below. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <dl className="flex flex-wrap gap-x-s6 gap-y-s3 border-t pt-s3">{children}</dl>;
}

type FigureProps = {
  readonly value: ReactNode;
  /** Since when, by how much; in jade or ochre where it is good or not. */
  readonly change?: { readonly text: string; readonly good?: boolean | undefined } | undefined;
  /** A Sparkline. */
  readonly trend?: ReactNode;
  readonly children: ReactNode;
};

export function Figure({ value, change, trend, children }: FigureProps) {
  return (
    <div className="flex flex-col">
      <dt className="order-2 text-xs text-ink-3">{children}</dt>
      <dd className="tabular order-1 flex items-center gap-s3 font-title text-mark font-semibold leading-title">
        {value}
        {trend}
      </dd>
      {change && <dd className={classNames("order-3 text-xs", tone(change.good))}>{change.text}</dd>}
    </div>
  );
}

function tone(good: boolean | undefined): string {
  if (good === undefined) return "text-ink-2";
  return good ? "text-jade" : "text-ochre";
}
