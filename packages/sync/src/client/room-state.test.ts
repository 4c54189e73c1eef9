import { expect, test } from "vitest";
import { Marks } from "./marks.ts";
import { endOf, endOfStatus, type RoomFacts, stateOf } from "./room-state.ts";

const calm: RoomFacts = {
  connected: true,
  hadAll: true,
  synced: true,
  mayEdit: true,
  storing: true,
  unsaved: false,
  kept: false,
  failures: 0,
  ended: null,
};

test.each<[string, Partial<RoomFacts>, object]>([
  ["all is stored", {}, { is: "saved" }],
  ["something is under way", { unsaved: true }, { is: "saving", delayed: false }],
  ["the database is away", { unsaved: true, storing: false }, { is: "saving", delayed: true }],
  ["the first time, before it is there", { connected: false, hadAll: false, synced: false }, { is: "connecting" }],
  ["connected and not whole yet", { hadAll: false, synced: false }, { is: "connecting" }],
  ["the line is cut", { connected: false, synced: false }, { is: "offline", unsaved: false, kept: false }],
  [
    "the line is cut and there is something unsaved",
    { connected: false, synced: false, unsaved: true, kept: true },
    { is: "offline", unsaved: true, kept: true },
  ],
  ["back, and giving what was changed meanwhile", { synced: false, unsaved: true }, { is: "saving", delayed: false }],
  ["it may only be looked at", { mayEdit: false }, { is: "read-only", unsaved: false }],
  ["access was taken away", { ended: "forbidden", unsaved: true }, { is: "ended", why: "forbidden", unsaved: true }],
])("%s", (_, facts, state) => {
  expect(stateOf({ ...calm, ...facts })).toEqual(state);
});

test("close codes and answers name the same ends", () => {
  expect([4401, 4403, 4404, 4409, 4400].map(endOf)).toEqual([
    "signedOut",
    "forbidden",
    "gone",
    "outdated",
    "malformed",
  ]);
  expect([1012, 4503, 4508, 1006].map(endOf)).toEqual([null, null, null, null]);
  expect([401, 403, 404, 409, 503].map(endOfStatus)).toEqual(["signedOut", "forbidden", "gone", "outdated", null]);
  // Sent again, it would be refused again, and the page would say for ever that it is being stored.
  expect([400, 413, 429].map(endOfStatus)).toEqual(["malformed", "malformed", null]);
});

test("a mark covers what was changed before it, and none before the server was given everything", () => {
  const marks = new Marks();
  marks.changed();
  marks.connected();
  marks.returned(marks.next());
  expect(marks.unsaved).toBe(true);
  marks.answered();
  const mark = marks.next();
  marks.changed();
  marks.returned(mark);
  expect(marks.unsaved).toBe(true);
  const later = marks.next();
  marks.connected(); // the line was cut before it came back
  marks.returned(later);
  expect(marks.unsaved).toBe(true);
  marks.answered();
  marks.returned(marks.next());
  expect(marks.unsaved).toBe(false);
});
