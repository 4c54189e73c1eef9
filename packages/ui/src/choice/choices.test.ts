import fc from "fast-check";
import { expect, test } from "vitest";
import { matchChoices } from "./choices.ts";

const people = [
  { value: "1", label: "Anna Null" },
  { value: "2", label: "陈雨泽", keywords: "chen yuze" },
  { value: "3", label: "Zoë Ó Súilleabháin" },
  { value: "4", label: "Susanna Chen", hint: "Dublin" },
];
const found = (query: string) => matchChoices(people, query).map(({ value }) => value);

test("found by the beginning of a name, by any part, by what else it is called", () => {
  expect(found("anna")).toEqual(["1", "4"]);
  expect(found("chen")).toEqual(["4", "2"]);
  expect(found("雨")).toEqual(["2"]);
  expect(found("zoe suill")).toEqual(["3"]);
  expect(found("chen dublin")).toEqual(["4"]);
  expect(found("nobody")).toEqual([]);
  expect(found(" ")).toEqual(["1", "2", "3", "4"]);
});

test("each is found by its own name", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: "grapheme", minLength: 1 }).filter((it) => it.trim() !== ""),
        { minLength: 1 },
      ),
      (labels) => {
        const choices = labels.map((label, at) => ({ value: String(at), label }));
        for (const choice of choices) expect(matchChoices(choices, choice.label)).toContain(choice);
      },
    ),
  );
});
