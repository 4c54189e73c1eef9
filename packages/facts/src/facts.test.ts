import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { factNames, facts, parseFact, subjectOf } from "./facts.ts";

test.each(factNames)("%s is named after its domain and says in the past what happened", (name) => {
  expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*-([a-z]+ed|undone|withdrawn|sent|paid|left|taken|done|due)$/);
  expect(facts[name].type).toMatch(/^[a-z_]+$/);
});

test("a payload that does not fit its fact is refused, and what is too much is left out", () => {
  const personId = newId<"person">();
  expect(() => parseFact("people.member-joined", { personId: "somebody" })).toThrow();
  expect(parseFact("people.member-joined", { personId, email: "nobody's business" })).toEqual({ personId });
  expect(subjectOf("people.member-joined", { personId })).toEqual({ type: "person", id: personId });
});
