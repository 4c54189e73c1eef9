export { BarChart } from "./bar-chart.tsx";
export { LineChart } from "./line-chart.tsx";
export type { Series } from "./series.ts";
export { Sparkline } from "./sparkline.tsx";
export { StackedChart } from "./stacked-chart.tsx";
