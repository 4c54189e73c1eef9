import { expect, test } from "vitest";
import { found, marks, plant } from "./fixture.ts";
import { testRules } from "./hygiene/test-rules.ts";
import { checkHygiene } from "./hygiene.ts";

const broken = "violations/hygiene";
const allowed = {
  "packages/jobs/src/relay.ts": "leases are the platform's",
  "packages/jobs/src/idle.ts": "was once needed",
};

test("every violation is caught where it stands, and nothing else is", () => {
  using house = plant(broken);
  expect(found(checkHygiene(house.top, allowed))).toEqual(marks(broken));
});

test("every rule has its violation", () => {
  const violated = marks(broken).map((mark) => mark.split(" in ")[0]);
  const rules = [...testRules.map(({ name }) => name), "no-wall-clock-in-sql", "idle-allowance"];
  expect([...new Set(violated)].sort()).toEqual(rules.sort());
});

test("every line of a bad file is named", () => {
  using house = plant(broken);
  const lines = checkHygiene(house.top, allowed)
    .filter(({ file }) => file.endsWith("clock.ts"))
    .map(({ line }) => line);
  expect(lines).toEqual([4, 5, 6, 9]);
});

test("a clean house passes", () => {
  using house = plant("clean");
  expect(checkHygiene(house.top, {})).toEqual([]);
});
