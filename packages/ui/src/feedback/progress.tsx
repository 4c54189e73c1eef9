import { useId } from "react";

type ProgressProps = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The figure in words: "12,400 of 20,000". */
  readonly figure?: string | undefined;
  /** Done is jade. */
  readonly done?: boolean | undefined;
};

/** How far long work has come. */
export function Progress({ label, value, max, figure, done = false }: ProgressProps) {
  const labelId = useId();
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className="grid gap-s1 text-s">
      <div className="flex items-baseline justify-between gap-s3">
        <span id={labelId}>{label}</span>
        {figure && <span className="tabular text-ink-2">{figure}</span>}
      </div>
      <div
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        {...(figure && { "aria-valuetext": figure })}
        className="h-s1 overflow-hidden rounded-full bg-line"
      >
        <div
          className={`h-full rounded-full transition-[width] ${done ? "bg-jade" : "bg-ink-2"}`}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
