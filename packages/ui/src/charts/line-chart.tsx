import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { linePath, type Point, runs } from "./line-path.ts";
import { middle, plot } from "./plot.ts";
import { scaleTicks } from "./series.ts";
import { inkClass } from "./swatch.tsx";

/** How something goes on; a gap where nothing is known. The first of them may lie on a wash of its colour. Drawn on the server. */
export function LineChart({ area = false, ...chart }: ChartProps & { readonly area?: boolean | undefined }) {
  const { labels, series } = chart;
  const measure = plot(scaleTicks(series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const floor = measure.y(Math.max(0, measure.ticks[0] ?? 0));
  return (
    <ChartFrame {...chart} plot={measure}>
      {series.map(({ name, values }, place) => {
        const points = values.map((value, at): Point | undefined =>
          value === null ? undefined : [middle(at, labels.length), measure.y(value)],
        );
        const last = points.at(-1);
        return (
          <g key={name} className={inkClass(place)}>
            {area &&
              place === 0 &&
              runs(points).map((run) => (
                <path key={run[0]?.[0]} d={`${linePath(run)}V${floor}H${run[0]?.[0] ?? 0}Z`} className="chart-wash" />
              ))}
            {runs(points).map((run) => (
              <path
                key={run[0]?.[0]}
                d={linePath(run)}
                className="chart-stroke"
                strokeDasharray={DASHES[place % DASHES.length]}
              />
            ))}
            {last && <circle cx={last[0]} cy={last[1]} r="3.5" />}
          </g>
        );
      })}
    </ChartFrame>
  );
}

/** Lines differ in their stroke, too. */
const DASHES = ["none", "7 4", "2 4", "10 3 2 3"];
