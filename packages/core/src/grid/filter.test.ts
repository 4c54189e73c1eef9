import { expect, test } from "vitest";
import { columnKinds } from "./column.ts";
import { conditionsOf, type Filter, filterSchema, operatorsOf } from "./filter.ts";
import { gridStateSchema } from "./grid-state.ts";

const silent: Filter = {
  all: [
    { column: "stage", is: "any-of", chosen: ["customer"] },
    {
      any: [
        { column: "lastActivityAt", is: "before", day: { ago: 90, unit: "day" } },
        { column: "lastActivityAt", is: "empty" },
      ],
    },
  ],
};

test("a filter comes through its own words unchanged", () => {
  expect(filterSchema.parse(JSON.parse(JSON.stringify(silent)))).toEqual(silent);
  expect(conditionsOf(silent).map(({ is }) => is)).toEqual(["any-of", "before", "empty"]);
});

const nested = (depth: number): Filter =>
  depth === 0 ? { column: "name", is: "filled" } : { all: [nested(depth - 1)] };

test.each([
  ["a column that is none", { column: "name; drop table person", is: "filled" }],
  ["an operator that is none", { column: "name", is: "like", text: "x" }],
  ["an operator without its operand", { column: "name", is: "contains" }],
  ["an operand of another operator", { column: "name", is: "filled", text: "x" }],
  ["an empty group", { any: [] }],
  ["groups too deep", nested(5)],
  ["too many conditions", { any: Array.from({ length: 51 }, () => nested(0)) }],
  ["a day that is none", { column: "since", is: "on", day: "2026-02-30" }],
])("%s is refused", (_, filter) => {
  expect(filterSchema.safeParse(filter).success).toBe(false);
});

test("every kind of column can be asked whether it is empty, and nothing is offered twice", () => {
  for (const kind of columnKinds) {
    expect(operatorsOf[kind]).toContain("empty");
    expect(new Set(operatorsOf[kind]).size).toBe(operatorsOf[kind].length);
  }
});

test("a grid's state fills in what an address leaves out", () => {
  expect(gridStateSchema.parse({})).toEqual({
    search: null,
    filter: null,
    sort: null,
    columns: null,
    density: "comfortable",
  });
});
