/** One row of figures under the same labels; null where there is none. */
export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

/** Round figures for the lines behind a chart, from 0 (or below it) to past the largest: three to six of them. */
export function scaleTicks(values: readonly number[]): readonly number[] {
  const most = Math.max(0, ...values.filter(Number.isFinite));
  const least = Math.min(0, ...values.filter(Number.isFinite));
  const step = niceStep((most - least) / 4);
  const from = Math.floor(least / step) * step;
  const count = Math.max(1, Math.ceil((most - from) / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, at) => Number((from + at * step).toPrecision(12)));
}

/** Which labels have room: the first, then every so many. */
export function labelEvery(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most));
}

function niceStep(rough: number): number {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10;
  return nice * power;
}
