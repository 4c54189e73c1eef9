import { expect, test } from "vitest";
import { type Actor, systemActor, visitor } from "./actor.ts";
import { policy } from "./policy.ts";

const notes = policy<{ open: boolean }>()({
  view: (actor, note) => note.open || actor.kind === "system",
  edit: (actor) => actor.kind === "system",
});

test("who may do it, may", () => {
  expect(notes.allows(systemActor, "edit", { open: false })).toBe(true);
  expect(() => notes.require(systemActor, "edit", { open: false })).not.toThrow();
});

test.each<[string, Actor, boolean, string]>([
  ["who may see it but not do it is refused", visitor, true, "core.forbidden"],
  ["who may not even see it is told that it is not there", visitor, false, "core.not-found"],
])("%s", (_, actor, open, code) => {
  expect(() => notes.require(actor, "edit", { open })).toThrow(code);
});
