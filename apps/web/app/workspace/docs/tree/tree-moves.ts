import { findLine, type TreeGoal, type TreeLine, type TreeState } from "./tree-state.ts";

/** Where something was let go: on a node, or between it and its neighbour. */
export interface Drop {
  readonly id: string;
  readonly at: "before" | "on" | "after";
}

/** Where a drop puts something; null for what leads nowhere, `more` where the next line has to be loaded first. */
export function goalOfDrop(state: TreeState, { id, at }: Drop): TreeGoal | "more" | null {
  if (state.spaces.some((space) => space.id === id))
    return at === "on" ? { spaceId: id, parentId: null, beforeId: null } : null;
  const line = findLine(state, id);
  if (!line) return null;
  const { spaceId, parentId } = line;
  if (at === "on") return { spaceId, parentId: id, beforeId: null };
  if (at === "before") return { spaceId, parentId, beforeId: id };
  return goalAfter(state, line);
}

function goalAfter(state: TreeState, { id, spaceId, parentId }: TreeLine): TreeGoal | "more" {
  const branch = state.branches.get(parentId ?? spaceId);
  const rows = branch?.rows ?? [];
  const next = rows[rows.findIndex((row) => row.id === id) + 1];
  if (!next && branch?.next) return "more";
  return { spaceId, parentId, beforeId: next?.id ?? null };
}

export const steps = ["up", "down", "in", "out"] as const;
export type Step = (typeof steps)[number];

/** Where a step leads: past a neighbour, under the one above, or out beside what it hangs from; null where it cannot. */
export function goalOfStep(state: TreeState, id: string, step: Step): TreeGoal | "more" | null {
  const line = findLine(state, id);
  if (!line) return null;
  const { spaceId, parentId } = line;
  const branch = state.branches.get(parentId ?? spaceId);
  const rows = branch?.rows ?? [];
  const at = rows.findIndex((row) => row.id === id);
  const [above, below] = [rows[at - 1], rows[at + 1]];
  switch (step) {
    case "up":
      return above ? { spaceId, parentId, beforeId: above.id } : null;
    case "down":
      if (!below) return branch?.next ? "more" : null;
      return goalAfter(state, below);
    case "in":
      return above ? { spaceId, parentId: above.id, beforeId: null } : null;
    case "out": {
      const parent = parentId ? findLine(state, parentId) : null;
      return parent ? goalAfter(state, parent) : null;
    }
  }
}
