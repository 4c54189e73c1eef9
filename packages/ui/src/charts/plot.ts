/** The measures of a drawing, in its own units; it grows with its column. */
export const WIDTH = 640;
export const HEIGHT = 220;
export const LEFT = 60;
export const RIGHT = 8;
const TOP = 10;
const BOTTOM = 30;

export type Plot = { readonly y: (value: number) => number; readonly ticks: readonly number[] };

/** Where a value stands, from the lowest line to the highest. */
export function plot(ticks: readonly number[]): Plot {
  const least = ticks[0] ?? 0;
  const most = ticks.at(-1) ?? 1;
  const span = most - least || 1;
  return { ticks, y: (value) => round(TOP + (1 - (value - least) / span) * (HEIGHT - TOP - BOTTOM)) };
}

/** The middle of place `at` among `count`. */
export function middle(at: number, count: number): number {
  return round(LEFT + ((at + 0.5) * (WIDTH - LEFT - RIGHT)) / Math.max(1, count));
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
