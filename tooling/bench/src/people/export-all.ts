import { exportGrid } from "@guildhall/people";
import type { OpenHall } from "../million/open-hall.ts";

export interface Exported {
  readonly rows: number;
  readonly seconds: number;
  /** Mebibytes that the process grew by while it wrote, at most. */
  readonly grown: number;
}

const everybody = { search: null, filter: null, sort: null };
const words = { heading: (column: string) => column, option: (_: string, option: string) => option };

/** Everybody with every column as a file that nobody keeps, and what memory it takes. */
export async function exportAll({ database, scope }: OpenHall, format: "csv" | "xlsx"): Promise<Exported> {
  const mebibytes = () => process.memoryUsage().rss / 1_048_576;
  const before = mebibytes();
  let most = before;
  let rows = 0;
  const watch = setInterval(() => {
    most = Math.max(most, mebibytes());
  }, 100);
  const startedAt = performance.now();
  const { content } = await exportGrid(database, scope, { grid: "people", question: everybody, format }, words);
  for await (const chunk of content) if (format === "csv") rows += countLines(chunk as Buffer);
  clearInterval(watch);
  return { rows, seconds: (performance.now() - startedAt) / 1_000, grown: most - before };
}

function countLines(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf("\r\n"); at >= 0; at = chunk.indexOf("\r\n", at + 2)) lines++;
  return lines;
}
