import { linePath, type Point, runs } from "./line-path.ts";

type SparklineProps = {
  readonly values: readonly (number | null)[];
  /** What it tells, with its last figure: "Guests over a year, now 62". */
  readonly label: string;
};

/** A line no larger than a word, beside a figure. */
export function Sparkline({ values, label }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const points = values.map((value, at): Point | undefined =>
    value === null
      ? undefined
      : [
          2 + (at * (WIDE - 4)) / Math.max(1, values.length - 1),
          3 + (1 - (value - least) / (most - least || 1)) * (HIGH - 6),
        ],
  );
  const last = points.at(-1);
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label} className="sparkline chart-accent">
      {runs(points).map((run) => (
        <path key={run[0]?.[0]} d={linePath(run)} className="chart-stroke" />
      ))}
      {last && <circle cx={last[0]} cy={last[1]} r="2.2" />}
    </svg>
  );
}

const WIDE = 80;
const HIGH = 20;
