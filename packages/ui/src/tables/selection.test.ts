import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseRange } from "./selection.ts";

const order = ["a", "b", "c", "d"];

test("one alone, or all from the last", () => {
  expect([...chooseRange(order, new Set(["a"]), { id: "c", on: true, from: undefined })]).toEqual(["a", "c"]);
  expect([...chooseRange(order, new Set(["a"]), { id: "c", on: true, from: "a" })].sort()).toEqual(["a", "b", "c"]);
  expect([...chooseRange(order, new Set(order), { id: "b", on: false, from: "d" })]).toEqual(["a"]);
  expect([...chooseRange(order, new Set(), { id: "b", on: true, from: "gone" })]).toEqual(["b"]);
});

test("a range is the same from either end", () => {
  fc.assert(
    fc.property(fc.constantFrom(...order), fc.constantFrom(...order), (one, other) => {
      const there = chooseRange(order, new Set(), { id: one, on: true, from: other });
      const back = chooseRange(order, new Set(), { id: other, on: true, from: one });
      expect([...there].sort()).toEqual([...back].sort());
    }),
  );
});
