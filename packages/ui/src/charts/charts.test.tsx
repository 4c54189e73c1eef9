import fc from "fast-check";
import { expect, test } from "vitest";
import { plainMarkup } from "../plain-markup.ts";
import { BarChart } from "./bar-chart.tsx";
import { LineChart } from "./line-chart.tsx";
import { runs } from "./line-path.ts";
import { scaleTicks } from "./series.ts";
import { Sparkline } from "./sparkline.tsx";

const figure = fc.integer({ min: -1e9, max: 1e9 }).map((it) => it / 1_000);

test("the lines behind a chart hold every value, evenly, and there are few of them", () => {
  fc.assert(
    fc.property(fc.array(figure), (values) => {
      const ticks = scaleTicks(values);
      const [first = 0, second = 1] = ticks;
      const last = ticks.at(-1) ?? 0;
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(first).toBeLessThanOrEqual(Math.min(0, ...values));
      expect(last).toBeGreaterThanOrEqual(Math.max(0, ...values) * (1 - 1e-9));
      expect(ticks).toContain(0);
      expect(second).toBeGreaterThan(first);
    }),
  );
});

test("a line breaks where nothing is known", () => {
  expect(runs([[0, 1], [1, 2], undefined, [3, 4]])).toEqual([
    [
      [0, 1],
      [1, 2],
    ],
    [[3, 4]],
  ]);
});

const chart = {
  title: "Guests",
  labelTitle: "Month",
  labels: ["Oct", "Nov"],
  series: [{ name: "New", values: [3, null] }],
};

test("a chart says what it is, and is a table too", () => {
  for (const html of [plainMarkup(<BarChart {...chart} />), plainMarkup(<LineChart area {...chart} />)]) {
    expect(html).toMatch(/<svg [^>]*role="img" aria-label="Guests\./);
    expect(html).toMatch(/<th scope="row"[^>]*>.*Oct.*<td[^>]*>3<.*Nov.*<td[^>]*>–</);
    expect(html).not.toContain("NaN");
  }
});

test("nothing at all can be drawn", () => {
  expect(plainMarkup(<BarChart {...chart} labels={[]} series={[]} />)).not.toMatch(/NaN|Infinity/);
  expect(plainMarkup(<Sparkline label="Nothing" values={[]} />)).not.toMatch(/NaN|Infinity/);
});
