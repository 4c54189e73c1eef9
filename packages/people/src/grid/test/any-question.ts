import type { Filter, GridQuestion, GridSort } from "@guildhall/core/grid";
import fc from "fast-check";
import { stages } from "../../people/person.ts";
import type { World } from "./crowded-hall.ts";
import { amounts, days, fields, numbers, options, pick, some, tags } from "./grid-values.ts";
import type { MadeField } from "./oracle.ts";

/** Any question that a grid of this world can be asked. */
export function questionOf({ rows }: World): fc.Arbitrary<GridQuestion> {
  const people = rows.slice(0, 4).map(({ id }) => id);
  const condition: fc.Arbitrary<Filter> = fc.oneof(
    textual("name", ["ab", "ÁB", "张", "x%"]),
    textual("email", ["A@x.example", "x.ex"]),
    listed("stage", stages, false),
    listed("language", ["en", "zh-CN"], false),
    listed("tags", tags, true),
    listed("owner", [...people, "me"], false),
    dated("createdAt"),
    dated("lastActivityAt"),
    ...fields.map((field) => conditionOn(field, people)),
  );
  const group = fc.oneof(
    { weight: 3, arbitrary: condition },
    fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      any: fc.array(fc.record({ all: fc.array(condition, { minLength: 1, maxLength: 2 }) }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  );
  const columns = [
    "name",
    "email",
    "stage",
    "language",
    "tags",
    "owner",
    "createdAt",
    "lastActivityAt",
    "member",
    ...fields.map(({ id }) => `field:${id}`),
  ];
  const sort: fc.Arbitrary<GridSort> = fc.record({ column: pick(columns), direction: pick(["asc", "desc"] as const) });
  return fc.record({
    search: fc.constant(null),
    filter: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 6, arbitrary: fc.record({ all: fc.array(group, { minLength: 1, maxLength: 3 }) }) },
    ),
    sort,
  });
}

const textual = (column: string, of: readonly string[]): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({
      column: fc.constant(column),
      is: pick(["is", "is-not", "contains", "starts-with"] as const),
      text: pick(of),
    }),
    blank(column),
  );
const blank = (column: string): fc.Arbitrary<Filter> =>
  fc.record({ column: fc.constant(column), is: pick(["empty", "filled"] as const) });
const listed = (column: string, of: readonly string[], all: boolean): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({
      column: fc.constant(column),
      is: pick(all ? (["any-of", "none-of", "all-of"] as const) : (["any-of", "none-of"] as const)),
      chosen: some([...of, "nobody"]),
    }),
    blank(column),
  );
const dated = (column: string): fc.Arbitrary<Filter> =>
  fc.oneof(
    fc.record({
      column: fc.constant(column),
      is: pick(["on", "before", "after"] as const),
      day: pick([...days, "2026-03-02"]),
    }),
    fc.record({ column: fc.constant(column), is: fc.constant("between" as const), from: pick(days), to: pick(days) }),
    blank(column),
  );
const comparisons = ["eq", "not-eq", "lt", "lte", "gt", "gte"] as const;

function conditionOn({ id, type }: MadeField, people: readonly string[]): fc.Arbitrary<Filter> {
  const column = `field:${id}`;
  const at = { column: fc.constant(column) };
  const flag = fc.oneof(fc.record({ ...at, is: pick(["true", "false"] as const) }), blank(column));
  const number = fc.oneof(
    fc.record({ ...at, is: pick(comparisons), number: pick(numbers) }),
    fc.record({ ...at, is: fc.constant("between" as const), from: pick(numbers), to: pick(numbers) }),
    blank(column),
  );
  const money = fc.oneof(
    fc.record({ ...at, is: pick(comparisons), amount: pick(amounts) }),
    fc.record({
      ...at,
      is: fc.constant("between" as const),
      from: pick(amounts.filter(({ currency }) => currency === "CNY")),
      to: pick(amounts.filter(({ currency }) => currency === "CNY")),
    }),
    blank(column),
  );
  const ways: Record<MadeField["type"], fc.Arbitrary<Filter>> = {
    text: textual(column, ["ab", "AB", "ＡＢ", "b", "zz"]),
    "long-text": textual(column, ["ab", "AB", "ＡＢ", "b", "zz"]),
    number,
    money,
    date: dated(column),
    "date-time": dated(column),
    boolean: flag,
    select: listed(column, options, false),
    "multi-select": listed(column, options, true),
    url: textual(column, ["https://A.example", "b.ex"]),
    email: textual(column, ["a@b.example", "B@"]),
    phone: textual(column, ["+86", "+441632960000"]),
    relation: listed(column, people, false),
  };
  return ways[type];
}
