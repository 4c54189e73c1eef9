import fc from "fast-check";
import { expect, test } from "vitest";
import { areaOf, asTsv, cellAfter, cellStep, fromTsv } from "./cell-steps.ts";
import type { GridColumn } from "./column.ts";
import { readPasted, spreadBlock } from "./read-paste.ts";
import { allChosen, choose, countChosen, extentOf, isChosen, nothingChosen } from "./selection.ts";

const size = { rows: 20, columns: 6, page: 8 };
const keys = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

test("keys lead as in a spreadsheet and never out of it", () => {
  const at = { row: 10, column: 3 };
  const to = (key: string, ctrl = false) => cellStep({ key, ctrl }, at, size);
  expect(to("Home")).toEqual({ row: 10, column: 0 });
  expect(to("End", true)).toEqual({ row: 19, column: 5 });
  expect(to("Home", true)).toEqual({ row: 0, column: 0 });
  expect(to("PageDown")).toEqual({ row: 18, column: 3 });
  expect(to("ArrowRight", true)).toEqual({ row: 10, column: 5 });
  expect(to("x")).toBeUndefined();
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.constantFrom(...keys), ctrl: fc.boolean() })), (presses) => {
      let place = at;
      for (const press of presses) place = cellStep(press, place, size) ?? place;
      expect(place.row >= 0 && place.row < 20 && place.column >= 0 && place.column < 6).toBe(true);
    }),
  );
});

test("Tab goes on in the next row, and back comes where it was", () => {
  expect(cellAfter({ row: 2, column: 5 }, 1, size)).toEqual({ row: 3, column: 0 });
  expect(cellAfter({ row: 19, column: 5 }, 1, size)).toBeUndefined();
  expect(cellAfter({ row: 0, column: 0 }, -1, size)).toBeUndefined();
});

test("what is copied is what spreadsheets read", () => {
  expect(areaOf({ row: 5, column: 1 }, { row: 2, column: 4 })).toEqual({ top: 2, bottom: 5, left: 1, right: 4 });
  expect(
    asTsv([
      ["Lin", 'says "hi"'],
      ["a\tb", ""],
    ]),
  ).toBe('Lin\t"says ""hi"""\n"a\tb"\t');
});

test("all that match can be chosen, and some let go again", () => {
  const order = ["a", "b", "c", "d"];
  const some = choose(allChosen, order, { id: "c", on: false, from: "b" });
  expect(countChosen(some, 12_480)).toBe(12_478);
  expect(order.filter((id) => isChosen(some, id))).toEqual(["a", "d"]);
  expect(extentOf(some, order)).toBe("some");
  expect(isChosen(some, "one that is not loaded")).toBe(true);
  expect(countChosen(choose(some, order, { id: "b", on: true, from: undefined }), 12_480)).toBe(12_479);
  expect(extentOf(nothingChosen, order)).toBe("none");
});

test("what is copied is read again as it was", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "林", "\t", "\n", "\r", '"', ",", " ") });
  const line = (width: number) => fc.array(text, { minLength: width, maxLength: width });
  const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(line(width), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(block, (rows) => {
      // One empty cell in one line is nothing at all.
      fc.pre(rows.at(-1)?.length !== 1 || rows.at(-1)?.[0] !== "");
      expect(fromTsv(asTsv(rows))).toEqual(rows);
    }),
  );
  expect(fromTsv("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(fromTsv("")).toEqual([]);
});

test("one text fills an area, a block its own size, and a multiple of it as often as it fits", () => {
  const places = (lines: readonly (readonly string[])[], bottom: number, right: number) =>
    spreadBlock({ lines, at: { row: 0, column: 0 }, from: { row: bottom, column: right } }).map(({ text }) => text);
  expect(places([["x"]], 1, 2)).toEqual(["x", "x", "x", "x", "x", "x"]);
  expect(places([["a", "b"]], 2, 1)).toEqual(["a", "b", "a", "b", "a", "b"]);
  expect(places([["a"], ["b"]], 2, 0)).toEqual(["a", "b"]);
});

test("pasted words are read by what their column holds", async () => {
  const words = { locale: "en", zone: "Asia/Shanghai", t: () => "—" } as const;
  const read = async (kind: GridColumn["kind"], text: string) => {
    const column: GridColumn = {
      ...{ id: "c", label: "C", kind, sortable: true, filterable: true, editable: true, shown: true, width: 100 },
      choices: [
        { id: "1", name: "Gold" },
        { id: "2", name: "Tin" },
      ],
    };
    const row = { id: "r", name: "R", href: "/", cells: {} };
    const pasted = await readPasted({ row, column, text, words, find: undefined });
    return pasted.ok ? pasted.value : "?";
  };
  expect(await read("choice", " gold ")).toBe("1");
  expect(await read("choice", "Silver")).toBe("?");
  expect(await read("choices", "Tin、Gold")).toEqual(["2", "1"]);
  expect(await read("choices", "")).toEqual([]);
  expect(await read("boolean", "是")).toBe(true);
  expect(await read("date", "2026年3月2日")).toBe("2026-03-02");
  expect(await read("instant", "2026/3/2 9:30")).toBe("2026-03-02T01:30:00.000Z");
  expect(await read("number", "many")).toBe("?");
});
