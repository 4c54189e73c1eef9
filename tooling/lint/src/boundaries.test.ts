import { expect, test } from "vitest";
import { importRules } from "./boundaries/rules.ts";
import { checkBoundaries } from "./boundaries.ts";
import { found, marks, plant } from "./fixture.ts";
import { readWorkspace } from "./workspace.ts";

const beyondImports = ["packages-have-a-floor", "few-doors", "client-doors-are-client-safe", "policies-are-pure"];

test("every violation is caught where it stands, and nothing else is", async () => {
  using house = plant("violations/boundaries");
  expect(found(await checkBoundaries(house.top))).toEqual(marks("violations/boundaries"));
}, 30_000);

test("every rule has its violation", () => {
  using house = plant("violations/boundaries");
  const rules = [...importRules(readWorkspace(house.top)).map(({ name }) => name), ...beyondImports];
  const violated = marks("violations/boundaries").map((mark) => mark.split(" in ")[0]);
  expect([...new Set(violated)].sort()).toEqual([...new Set(rules)].sort());
});

test("a clean house passes", async () => {
  using house = plant("clean");
  expect(await checkBoundaries(house.top)).toEqual([]);
});
