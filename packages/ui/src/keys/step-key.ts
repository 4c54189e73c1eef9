export type Walk = "vertical" | "horizontal" | "both";

/**
 * Where a key leads from place `at` among `count` in a row, round at either end; undefined for a key that leads nowhere.
 * `at` is -1 where nothing is chosen yet.
 */
export function stepKey(key: string, at: number, count: number, walk: Walk = "both"): number | undefined {
  if (count === 0) return undefined;
  const to = target(key, walk);
  if (to === undefined) return undefined;
  if (to === "first") return 0;
  if (to === "last") return count - 1;
  if (at < 0 || at >= count) return to === 1 ? 0 : count - 1;
  return (at + to + count) % count;
}

function target(key: string, walk: Walk): 1 | -1 | "first" | "last" | undefined {
  if (key === "Home") return "first";
  if (key === "End") return "last";
  if (walk !== "horizontal" && key === "ArrowDown") return 1;
  if (walk !== "horizontal" && key === "ArrowUp") return -1;
  if (walk !== "vertical" && key === "ArrowRight") return 1;
  if (walk !== "vertical" && key === "ArrowLeft") return -1;
  return undefined;
}
