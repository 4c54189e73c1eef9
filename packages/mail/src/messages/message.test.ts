import { expect, test } from "vitest";
import { type MessageState, messageMoves, statesBefore } from "./message.ts";

const states: readonly MessageState[] = ["queued", "sent", "suppressed", "failed", "bounced"];

test("a message moves as the table says, and no other way", () => {
  const moves = states.flatMap((from) =>
    states.filter((to) => statesBefore(to).includes(from)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    "queued → sent",
    "queued → suppressed",
    "queued → failed",
    "queued → bounced",
    "sent → bounced",
  ]);
});

test("nothing is ever queued again", () => {
  expect(Object.keys(messageMoves)).toEqual(states);
  expect(statesBefore("queued")).toEqual([]);
});
