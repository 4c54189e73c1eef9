import type { ImportRun } from "../runs/import-run.ts";

/** How long a file waits for somebody to go on with it, and how long it stays when its import is over. */
const keptDays = 30;
export const keptMs = keptDays * 24 * 3_600_000;

/** When the file and the rows that did not come in are deleted; null while the import is not over. */
export function keptUntil({ state, createdAt, finishedAt }: Pick<ImportRun, "state" | "createdAt" | "finishedAt">) {
  return isOver(state) ? new Date((finishedAt ?? createdAt).getTime() + keptMs) : null;
}

export const overStates = ["done", "cancelled", "failed", "undone"] as const;

function isOver(state: ImportRun["state"]): boolean {
  return overStates.some((over) => over === state);
}
