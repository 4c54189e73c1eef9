import fc from "fast-check";
import { expect, test } from "vitest";
import { areaOf, asTsv, cellAfter, cellStep } from "./cell-steps.ts";
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
