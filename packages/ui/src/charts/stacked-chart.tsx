import { useId } from "react";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { LEFT, middle, plot, RIGHT, round, WIDTH } from "./plot.ts";
import { scaleTicks } from "./series.ts";
import { Hatches, hatch, inkClass } from "./swatch.tsx";

/** Parts of a whole, one upon the other: none is below zero. Drawn on the server. */
export function StackedChart(chart: ChartProps) {
  const id = useId();
  const { labels, series } = chart;
  const sums = labels.map((_, at) => series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0));
  const measure = plot(scaleTicks(sums));
  const wide = Math.min(44, ((WIDTH - LEFT - RIGHT) / Math.max(1, labels.length)) * 0.62);
  return (
    <ChartFrame {...chart} plot={measure}>
      <Hatches id={id} />
      {labels.map((label, at) => {
        let below = 0;
        return series.map(({ name, values }, place) => {
          const value = Math.max(0, values[at] ?? 0);
          const top = measure.y(below + value);
          const height = round(measure.y(below) - top);
          below += value;
          const box = {
            x: round(middle(at, labels.length) - wide / 2),
            y: top,
            width: round(wide),
            height: Math.max(0, height - 1),
          };
          return (
            <g key={`${name} ${label}`}>
              <rect {...box} className={inkClass(place)} />
              {place > 0 && <rect {...box} fill={hatch(id, place)} />}
            </g>
          );
        });
      })}
    </ChartFrame>
  );
}
