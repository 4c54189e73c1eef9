import { expect, test } from "vitest";
import { after, type RunEvent, runEvents, runStates, transitions } from "./run-state.ts";

test("every state but the last ones leads on, and every state can be come to", () => {
  const reached = new Set(["draft"]);
  for (const state of runStates) for (const next of Object.values(transitions[state])) reached.add(next);
  expect([...reached].sort()).toEqual([...runStates].sort());
  expect(runStates.filter((state) => Object.keys(transitions[state]).length === 0)).toEqual(["undone"]);
});

test("every event happens somewhere, and nothing happens that the table does not list", () => {
  for (const event of runEvents) expect(runStates.some((state) => after(state, event) !== null)).toBe(true);
  for (const state of runStates)
    for (const event of runEvents) expect(after(state, event)).toBe(transitions[state][event] ?? null);
});

const walk = (...events: RunEvent[]) =>
  events.reduce<string | null>((state, event) => {
    const from = runStates.find((each) => each === state);
    return from ? after(from, event) : null;
  }, "draft");

test.each<[string | null, RunEvent[]]>([
  ["done", ["change", "preview", "preview-done", "start", "take-up", "finish"]],
  ["done", ["start", "take-up", "pause", "resume", "take-up", "take-up", "finish"]],
  ["undone", ["start", "take-up", "cancel", "undo", "undo-done"]],
  ["undone", ["start", "take-up", "fail", "resume", "take-up", "finish", "undo", "undo-fail", "undo", "undo-done"]],
  ["draft", ["preview", "preview-done", "change"]],
  // What is written can no longer be mapped, and what is undone stays undone.
  [null, ["start", "take-up", "change"]],
  [null, ["start", "take-up", "finish", "resume"]],
  [null, ["start", "take-up", "cancel", "undo", "undo-done", "undo"]],
  [null, ["undo"]],
])("it ends %s after %j", (end, events) => {
  expect(walk(...events)).toBe(end);
});
