import { useId } from "react";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { LEFT, middle, plot, RIGHT, round, WIDTH } from "./plot.ts";
import { scaleTicks } from "./series.ts";
import { Hatches, hatch, inkClass } from "./swatch.tsx";

/** Amounts side by side. Several series stand next to each other. Drawn on the server. */
export function BarChart(chart: ChartProps) {
  const id = useId();
  const { labels, series } = chart;
  const measure = plot(scaleTicks(series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const room = (WIDTH - LEFT - RIGHT) / Math.max(1, labels.length);
  const wide = Math.min(36, (room * 0.7) / Math.max(1, series.length));
  return (
    <ChartFrame {...chart} plot={measure}>
      <Hatches id={id} />
      {series.map(({ name, values }, place) =>
        labels.map((label, at) => {
          const value = values[at];
          if (value === null || value === undefined) return null;
          const x = round(middle(at, labels.length) + (place - series.length / 2) * wide);
          const [top, foot] = [measure.y(Math.max(0, value)), measure.y(Math.min(0, value))];
          const box = { x, y: top, width: round(wide - 2), height: round(foot - top), rx: 1.5 };
          return (
            <g key={`${name} ${label}`}>
              <rect {...box} className={inkClass(place)} />
              {place > 0 && <rect {...box} fill={hatch(id, place)} />}
            </g>
          );
        }),
      )}
    </ChartFrame>
  );
}
