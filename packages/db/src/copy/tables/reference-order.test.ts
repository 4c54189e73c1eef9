import { expect, test } from "vitest";
import { referenceOrder } from "./reference-order.ts";

const refersTo = (target: string, nullable = true) => ({
  name: `to_${target}`,
  columns: ["tenant_id", `${target}_id`],
  nullable: nullable ? [`${target}_id`] : [],
  target,
});
const tableOf = (key: string, ...foreignKeys: ReturnType<typeof refersTo>[]) => ({ key, foreignKeys });

function ordered(...tables: ReturnType<typeof tableOf>[]) {
  const { tables: placed, late } = referenceOrder(tables);
  return {
    order: placed.map(({ key }) => key),
    late: [...late].flatMap(([key, keys]) => keys.map(({ target }) => `${key} → ${target}`)),
  };
}

test("nothing to fill is filled in no order", () => {
  expect(ordered()).toEqual({ order: [], late: [] });
});

test("a table comes after those it refers to", () => {
  const tables = [tableOf("c", refersTo("b", false)), tableOf("b", refersTo("a", false)), tableOf("a")];
  expect(ordered(...tables)).toEqual({ order: ["a", "b", "c"], late: [] });
});

test("a reference to its own table is late, and so is one that closes a circle", () => {
  const tables = [tableOf("file", refersTo("person", false)), tableOf("person", refersTo("person"), refersTo("file"))];
  expect(ordered(...tables)).toEqual({ order: ["person", "file"], late: ["person → person", "person → file"] });
});

test("a circle that cannot be cut is cut anyway, and what lies beyond the tables does not matter", () => {
  const tables = [tableOf("a", refersTo("b", false), refersTo("elsewhere", false)), tableOf("b", refersTo("a", false))];
  expect(ordered(...tables)).toEqual({ order: ["a", "b"], late: ["a → b"] });
});
