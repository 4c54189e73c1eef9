import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { ReactNode } from "react";
import { useKitWords } from "../words/use-kit-words.ts";
import { ChartTable } from "./chart-table.tsx";
import { HEIGHT, LEFT, middle, type Plot, RIGHT, WIDTH } from "./plot.ts";
import { labelEvery, type Series } from "./series.ts";
import { Swatch } from "./swatch.tsx";

export type ChartProps = {
  /** What it tells, as a sentence would begin: "Guests a month". */
  readonly title: string;
  /** One for each value: months, cities. */
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** A value in words; plain numbers without it. */
  readonly format?: ((value: number) => string) | undefined;
  /** What the labels are: "Month". */
  readonly labelTitle: string;
};

/** The paper of a chart: its title, its lines, its key, and below it the same as a table. */
export function ChartFrame({
  title,
  labels,
  series,
  format,
  labelTitle,
  plot,
  children,
}: ChartProps & { readonly plot: Plot; readonly children: ReactNode }) {
  const { t, locale } = useKitWords();
  const say = format ?? ((value: number) => formatNumber(value, locale));
  const every = labelEvery(labels.length, 8);
  return (
    <figure className="chart-sheet grid min-w-0 gap-s2">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-s4 gap-y-s1">
        <span className="font-title font-semibold">{title}</span>
        {series.length > 1 && (
          <span className="flex flex-wrap gap-x-s4 gap-y-s1 text-xs text-ink-2">
            {series.map(({ name }, at) => (
              <span key={name} className="flex items-center gap-s1">
                <Swatch at={at} />
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}. ${t(m.ui_chart_below)}`}
        className="chart w-full"
      >
        {plot.ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={plot.y(tick)}
              y2={plot.y(tick)}
              className={tick === 0 ? "chart-base" : "chart-line"}
            />
            <text x={LEFT - 8} y={plot.y(tick)} dy="0.32em" textAnchor="end" className="chart-word">
              {say(tick)}
            </text>
          </g>
        ))}
        {labels.map((label, at) =>
          at % every === 0 ? (
            <text key={label} x={middle(at, labels.length)} y={HEIGHT - 8} textAnchor="middle" className="chart-word">
              {label}
            </text>
          ) : null,
        )}
        {children}
      </svg>
      <ChartTable title={title} labelTitle={labelTitle} labels={labels} series={series} say={say} />
    </figure>
  );
}
