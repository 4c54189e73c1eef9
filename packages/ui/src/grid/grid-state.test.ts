import { type Filter, type GridState, gridStateSchema } from "@guildhall/core/grid";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addressWith, readAddress, restingState, sameState, writeAddress } from "./address.ts";
import type { GridColumn } from "./column.ts";
import { keptColumns, moved, movedTo, pinned, showing, shownColumns, withWidth } from "./look.ts";

const ids = ["name", "email", "stage", "tags", "createdAt"];
const all: readonly GridColumn[] = ids.map((id, place) => ({
  id,
  label: id,
  kind: "text",
  sortable: true,
  filterable: true,
  editable: true,
  shown: place < 4,
  width: 160,
}));
const orderOf = (kept: GridState["columns"]) => shownColumns(all, "name", kept).map(({ column }) => column.id);

const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ column: fc.constantFrom(...ids), is: fc.constantFrom("empty" as const, "filled" as const) }),
  fc.record({
    column: fc.constantFrom(...ids),
    is: fc.constant("contains" as const),
    text: fc.string({ minLength: 1, maxLength: 40 }),
  }),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 2 },
    condition,
    fc.record({ all: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }) }),
  ),
}));
const state: fc.Arbitrary<GridState> = fc.record({
  search: fc.option(
    fc
      .string({ minLength: 1, maxLength: 30 })
      .map((text) => text.trim())
      .filter(Boolean),
  ),
  filter: fc.option(filter),
  sort: fc.option(
    fc.record({ column: fc.constantFrom(...ids), direction: fc.constantFrom("asc" as const, "desc" as const) }),
  ),
  columns: fc.option(
    fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }).map((some) =>
      some.map((id, place) => ({
        id,
        ...(place % 2 === 0 && { width: 100 + place }),
        ...(place === 1 && { pinned: true }),
      })),
    ),
  ),
  density: fc.constantFrom("compact" as const, "comfortable" as const),
});

test("an address says a state whole, whatever view it stands upon", () => {
  fc.assert(
    fc.property(state, state, (one, base) => {
      const wished = gridStateSchema.parse(one);
      const address = new URLSearchParams(addressWith(new URLSearchParams("view=v&cursor=c"), wished, base).toString());
      expect(address.get("view")).toBe("v");
      expect(address.has("cursor")).toBe(false);
      expect(readAddress(address, base)).toEqual({ state: wished, broken: false });
      expect(sameState(wished, base)).toBe(writeAddress(wished, base).length === 0);
    }),
  );
});

test("a state that is as its view says needs no words of its own", () => {
  fc.assert(
    fc.property(state, (one) => {
      expect(writeAddress(one, gridStateSchema.parse(JSON.parse(JSON.stringify(one))))).toEqual([]);
    }),
  );
});

test.each(["{", "[]", '{"column":"name","is":"like","text":"x"}', '{"all":[]}', '"name"'])(
  "a filter that cannot be read is left out and said: %s",
  (text) => {
    expect(readAddress(new URLSearchParams({ filter: text, q: "Lin" }))).toEqual({
      state: { ...restingState, search: "Lin" },
      broken: true,
    });
  },
);

test.each(["sort=name;drop", "columns=a b", "columns=name~9999", `q=x&sort=${"x".repeat(50)}`])(
  "an address that says what cannot be shows the grid at rest: %s",
  (text) => {
    expect(readAddress(new URLSearchParams(text)).broken).toBe(true);
  },
);

test("columns stand as kept, the lead first, the pinned before the others, the gone left out", () => {
  expect(orderOf(null)).toEqual(["name", "email", "stage", "tags"]);
  expect(orderOf([{ id: "tags" }, { id: "gone" }, { id: "email", pinned: true }])).toEqual(["name", "email", "tags"]);
});

test("whatever is done to columns, none is lost or doubled, and the lead stays first", () => {
  const act = fc.record({
    kind: fc.constantFrom("up", "down", "pin", "unpin", "to", "wide"),
    id: fc.constantFrom(...ids),
    to: fc.constantFrom(...ids),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      let shown = shownColumns(all, "name", null);
      for (const { kind, id, to } of acts) {
        if (kind === "up" || kind === "down") shown = moved(shown, id, kind === "up" ? -1 : 1, "name");
        else if (kind === "to") shown = movedTo(shown, id, to, "name");
        else if (kind === "wide") shown = withWidth(shown, id, 5000);
        else shown = pinned(shown, id, kind === "pin", "name");
        const again = shownColumns(all, "name", keptColumns(shown));
        expect(again).toEqual(shown);
        expect(shown[0]?.column.id).toBe("name");
        expect(new Set(shown.map(({ column }) => column.id))).toEqual(new Set(["name", "email", "stage", "tags"]));
      }
    }),
  );
});

test("a column is shown at the end and hidden again; the lead cannot be hidden", () => {
  const start = shownColumns(all, "name", null);
  const [name, , , , created] = all;
  if (!name || !created) throw new Error("sample columns");
  const more = showing(start, created, true, "name");
  expect(more.at(-1)?.column.id).toBe("createdAt");
  expect(showing(more, created, false, "name")).toEqual(start);
  expect(showing(start, name, false, "name")).toEqual(start);
});
