import fc from "fast-check";
import { expect, test } from "vitest";
import { goalOfDrop, goalOfStep, steps } from "./tree-moves.ts";
import { findLine, type TreeLine, type TreeState, withLine, withMove, withoutTree, withPage } from "./tree-state.ts";

const spaceId = "shelf";

function lineOf(id: string, rank: string, parentId: string | null = null): TreeLine {
  return { id, spaceId, parentId, title: id, icon: null, rank, role: "edit", hasChildren: false };
}

/** A shelf with these at its top, all of them loaded unless said. */
function shelf(ids: readonly string[], more: { next?: string; previous?: string } = {}): TreeState {
  const rows = ids.map((id, at) => lineOf(id, `a${at}`));
  const branch = { rows, previous: more.previous ?? null, next: more.next ?? null };
  return { spaces: [{ id: spaceId, name: "Shelf", icon: null, role: "edit" }], branches: new Map([[spaceId, branch]]) };
}

const top = ({ branches }: TreeState) => branches.get(spaceId)?.rows.map(({ id }) => id);
const under = ({ branches }: TreeState, id: string) => branches.get(id)?.rows.map((row) => row.id);

test("a line that others put down, name or move comes to where its order says, and goes where it is gone", () => {
  const before = shelf(["a", "b", "c"]);
  expect(top(withLine(before, "x", lineOf("x", "a1V")))).toEqual(["a", "b", "x", "c"]);
  expect(top(withLine(before, "b", { ...lineOf("b", "a3") }))).toEqual(["a", "c", "b"]);
  const named = withLine(before, "b", { ...lineOf("b", "a1"), title: "Named" });
  expect([top(named), findLine(named, "b")?.title]).toEqual([["a", "b", "c"], "Named"]);
  expect(top(withLine(before, "b", null))).toEqual(["a", "c"]);
  const below = withLine(before, "b", lineOf("b", "a0", "a"));
  expect([top(below), findLine(below, "a")?.hasChildren]).toEqual([["a", "c"], true]);
});

test("what belongs beyond what was loaded waits for its page", () => {
  expect(top(withLine(shelf(["a", "b"], { next: "more" }), "x", lineOf("x", "a9")))).toEqual(["a", "b"]);
  expect(top(withLine(shelf(["a", "b"], { previous: "more" }), "x", lineOf("x", "Zz")))).toEqual(["a", "b"]);
  const paged = withPage(shelf(["a", "b"], { next: "more" }), spaceId, "next", {
    rows: [lineOf("b", "a1"), lineOf("c", "a2")],
    previous: "back",
    next: null,
  });
  expect([top(paged), paged.branches.get(spaceId)?.next]).toEqual([["a", "b", "c"], null]);
});

test("steps lead past a neighbour, under the one above, and out again; none leads beyond an end", () => {
  const tree = shelf(["a", "b", "c"]);
  const goal = (id: string, step: (typeof steps)[number], state = tree) => goalOfStep(state, id, step);
  expect(goal("b", "up")).toEqual({ spaceId, parentId: null, beforeId: "a" });
  expect(goal("a", "down")).toEqual({ spaceId, parentId: null, beforeId: "c" });
  expect(goal("b", "down")).toEqual({ spaceId, parentId: null, beforeId: null });
  expect(goal("b", "in")).toEqual({ spaceId, parentId: "a", beforeId: null });
  for (const [id, step] of [
    ["a", "up"],
    ["c", "down"],
    ["a", "in"],
    ["a", "out"],
  ] as const)
    expect(goal(id, step)).toBeNull();
  expect(goal("c", "down", shelf(["a", "b", "c"], { next: "more" }))).toBe("more");
  const nested = {
    ...tree,
    branches: new Map(tree.branches).set("a", { rows: [lineOf("x", "a0", "a")], previous: null, next: null }),
  };
  expect(goal("x", "out", nested)).toEqual({ spaceId, parentId: null, beforeId: "b" });
});

test("a drop beside, on a document or on a space says where it puts what was let go; not beside a space", () => {
  const tree = shelf(["a", "b"]);
  expect(goalOfDrop(tree, { id: "a", at: "after" })).toEqual({ spaceId, parentId: null, beforeId: "b" });
  expect(goalOfDrop(tree, { id: "b", at: "after" })).toEqual({ spaceId, parentId: null, beforeId: null });
  expect(goalOfDrop(tree, { id: "b", at: "on" })).toEqual({ spaceId, parentId: "b", beforeId: null });
  expect(goalOfDrop(tree, { id: spaceId, at: "on" })).toEqual({ spaceId, parentId: null, beforeId: null });
  expect(goalOfDrop(tree, { id: spaceId, at: "before" })).toBeNull();
  expect(goalOfDrop(shelf(["a", "b"], { next: "more" }), { id: "b", at: "after" })).toBe("more");
});

test("whatever is moved, nothing is lost or doubled; taken back, all is as it was", () => {
  const ids = ["a", "b", "c", "d", "e"];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...steps)), { maxLength: 12 }), (moves) => {
      let state = shelf(ids);
      for (const [id, step] of moves) {
        const goal = goalOfStep(state, id, step);
        const before = findLine(state, id);
        if (!goal || goal === "more" || !before || (goal.parentId && !state.branches.has(goal.parentId))) continue;
        const moved = withMove(state, id, goal);
        expect([...(top(moved) ?? [])].sort()).toEqual(ids);
        expect(top(withLine(moved, id, before))).toEqual(top(state));
        state = withLine(state, id, before);
      }
    }),
  );
});

test("what stands in another space now is asked for anew, with all below it", () => {
  const tree = shelf(["a"]);
  const branch = (id: string, parentId: string) => ({ rows: [lineOf(id, "a0", parentId)], previous: null, next: null });
  const deep = { ...tree, branches: new Map(tree.branches).set("a", branch("x", "a")).set("x", branch("y", "x")) };
  const left = withoutTree(deep, "a");
  expect([under(left, "a"), under(left, "x"), top(left)]).toEqual([undefined, undefined, ["a"]]);
});
